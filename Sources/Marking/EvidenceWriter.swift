/// Says where in an answer a reading was found and by which rules.
struct EvidenceWriter {
    private let answer: String
    private let tokens: Tokens
    private let findings: Findings
    private let compiled: Compiled
    /// The best occurrence of each concept of the present reading; -1 where there is none, -2 where it is not asked.
    private var best: [Int32]

    init(answer: String, tokens: Tokens, findings: Findings, compiled: Compiled) {
        self.answer = answer
        self.tokens = tokens
        self.findings = findings
        self.compiled = compiled
        best = Array(repeating: -2, count: compiled.concepts.count)
    }

    mutating func evidence(of reading: Reading) -> [Evidence] {
        let terms = compiled.alternatives[reading.alternative].terms
        for term in terms { best[term.concept] = -1 }
        for (index, occurrence) in findings.occurrences.enumerated() where best[Int(occurrence.concept)] > -2
        {
            if occurrence.rule == .antonym, occurrence.isAsserted { continue }
            let old = best[Int(occurrence.concept)]
            if old < 0 || rank(occurrence, reading) > rank(findings.occurrences[Int(old)], reading) {
                best[Int(occurrence.concept)] = Int32(index)
            }
        }
        var found: [Findings.Occurrence] = []
        for term in terms {
            if best[term.concept] >= 0 { found.append(findings.occurrences[Int(best[term.concept])]) }
            best[term.concept] = -2
        }
        found.sort { ($0.token, $0.concept) < ($1.token, $1.concept) }
        return merged(found)
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
            let first = at
            while at + 1 < occurrences.endIndex, stand(occurrences[at], occurrences[at + 1]) { at += 1 }
            let start = tokens.list[Int(occurrences[first].token)].start
            let end = tokens.list[Int(occurrences[at].last)].end
            evidence.append(
                Evidence(start: Int(start), end: Int(end), rule: rule(occurrences[first...at], start, end)))
            at += 1
        }
        return evidence
    }

    private func stand(_ one: Findings.Occurrence, _ next: Findings.Occurrence) -> Bool {
        guard next.rule == one.rule, next.negator == one.negator else { return false }
        let isSamePlace = next.token == one.token && next.last == one.last
        return isSamePlace || next.rule == .same && next.token == one.last + 1
    }

    private func rule(_ occurrences: ArraySlice<Findings.Occurrence>, _ start: Int32, _ end: Int32) -> String
    {
        guard let first = occurrences.first else { return "" }
        var rule = Rule.ownWords
        if first.rule != .same {
            let meant = occurrences.map { compiled.concepts[Int($0.concept)].text }.joined(separator: " ")
            rule = first.rule.sentence(text(start, end), for: meant)
        }
        guard first.negator >= 0 else { return rule }
        let negator = tokens.list[Int(first.negator)]
        return "\(rule), negated by `\(text(negator.start, negator.end))`"
    }

    private func text(_ start: Int32, _ end: Int32) -> String {
        let units = answer.utf16
        let from = units.index(units.startIndex, offsetBy: Int(start))
        return String(answer[from..<units.index(from, offsetBy: Int(end - start))])
    }
}
