/// Says where in an answer a reading was found and by which rules.
struct EvidenceWriter {
    let answer: String
    let tokens: Tokens
    let findings: Findings
    let compiled: Compiled

    func of(_ reading: Reading) -> [Evidence] {
        var best: [Int32: Findings.Occurrence] = [:]
        let terms = Set(compiled.alternatives[reading.alternative].terms.map { Int32($0.concept) })
        for occurrence in findings.occurrences where terms.contains(occurrence.concept) {
            if occurrence.rule == .antonym, occurrence.isAsserted { continue }
            guard let old = best[occurrence.concept] else {
                best[occurrence.concept] = occurrence
                continue
            }
            if rank(occurrence, reading) > rank(old, reading) { best[occurrence.concept] = occurrence }
        }
        return merged(best.values.sorted { ($0.token, $0.concept) < ($1.token, $1.concept) })
    }

    /// The words of the window that the verdict rests on come first, then the better rule.
    private func rank(_ occurrence: Findings.Occurrence, _ reading: Reading) -> Float {
        occurrence.rule.strength + (occurrence.window == reading.window ? 2 : 0)
    }

    /// One range for words that stand together and count by the same rule.
    private func merged(_ occurrences: [Findings.Occurrence]) -> [Evidence] {
        var evidence: [Evidence] = []
        var at = occurrences.startIndex
        while at < occurrences.endIndex {
            let first = occurrences[at]
            var last = first
            var meant = [compiled.concepts[Int(first.concept)].text]
            while at + 1 < occurrences.endIndex {
                let next = occurrences[at + 1]
                let isSamePlace = next.token == last.token && next.last == last.last
                let follows = next.rule == .same && next.token == last.last + 1
                guard next.rule == first.rule, next.negator == first.negator, isSamePlace || follows else {
                    break
                }
                meant.append(compiled.concepts[Int(next.concept)].text)
                last = next
                at += 1
            }
            at += 1
            let (start, end) = (tokens.list[Int(first.token)].start, tokens.list[Int(last.last)].end)
            let rule = first.rule.sentence(text(start, end), for: meant.joined(separator: " "))
            evidence.append(
                Evidence(
                    start: Int(start), end: Int(end), rule: rule + denial(first, meant.joined(separator: " "))
                ))
        }
        return evidence
    }

    private func denial(_ occurrence: Findings.Occurrence, _ meant: String) -> String {
        guard occurrence.negator >= 0 else { return "" }
        let negator = tokens.list[Int(occurrence.negator)]
        return ", negated by `\(text(negator.start, negator.end))`"
    }

    private func text(_ start: Int32, _ end: Int32) -> String {
        let units = answer.utf16
        let from = units.index(units.startIndex, offsetBy: Int(start))
        return String(answer[from..<units.index(from, offsetBy: Int(end - start))])
    }
}
