/// Says where in an answer a reading was found and by which rules.
struct EvidenceWriter: ~Copyable {
    private let answer: String
    private let tokens: Tokens
    private let findings: Findings
    private let compiled: Compiled
    /// The first occurrence of each concept, and for each occurrence the next of its concept; -1 where there is none.
    private var first: [Int32]
    private var next: [Int32]

    init(answer: String, tokens: Tokens, findings: Findings, compiled: Compiled) {
        self.answer = answer
        self.tokens = tokens
        self.findings = findings
        self.compiled = compiled
        first = Array(repeating: -1, count: compiled.concepts.count)
        next = Array(repeating: -1, count: findings.occurrences.count)
        for index in findings.occurrences.indices.reversed() {
            let concept = Int(findings.occurrences[index].concept)
            next[index] = first[concept]
            first[concept] = Int32(index)
        }
    }

    func evidence(of reading: Reading) -> [Evidence] {
        var found: [Findings.Occurrence] = []
        let terms = compiled.terms(of: compiled.alternatives[reading.alternative])
        found.reserveCapacity(terms.count)
        for term in terms {
            if let best = best(of: term.concept, in: reading) { found.append(best) }
        }
        found.sort { ($0.token, $0.concept) < ($1.token, $1.concept) }
        return merged(found, of: reading)
    }

    private func best(of concept: Int, in reading: Reading) -> Findings.Occurrence? {
        var best: Findings.Occurrence?
        var index = first[concept]
        while index >= 0 {
            let occurrence = findings.occurrences[Int(index)]
            index = next[Int(index)]
            if occurrence.rule == .antonym, occurrence.isAsserted { continue }
            if let old = best, rank(occurrence, reading) <= rank(old, reading) { continue }
            best = occurrence
        }
        return best
    }

    /// The words of the window that the verdict rests on come first, then the better rule.
    private func rank(_ occurrence: Findings.Occurrence, _ reading: Reading) -> Float {
        occurrence.rule.strength + (occurrence.window == reading.window ? 2 : 0)
    }

    /// One range for words that stand together and count by the same rule.
    private func merged(_ occurrences: [Findings.Occurrence], of reading: Reading) -> [Evidence] {
        var evidence: [Evidence] = []
        evidence.reserveCapacity(occurrences.count)
        var at = occurrences.startIndex
        while at < occurrences.endIndex {
            let first = at
            while at + 1 < occurrences.endIndex, stand(occurrences[at], occurrences[at + 1]) { at += 1 }
            let start = tokens.list[Int(occurrences[first].token)].start
            let end = tokens.list[Int(occurrences[at].last)].end
            evidence.append(
                Evidence(
                    start: Int(start), end: Int(end), rule: rule(occurrences[first...at], start, end, reading)
                ))
            at += 1
        }
        return evidence
    }

    private func stand(_ one: Findings.Occurrence, _ next: Findings.Occurrence) -> Bool {
        guard next.rule == one.rule, next.negator == one.negator else { return false }
        let isSamePlace = next.token == one.token && next.last == one.last
        return isSamePlace || next.rule == .same && next.token == one.last + 1
    }

    private func rule(
        _ occurrences: ArraySlice<Findings.Occurrence>, _ start: Int32, _ end: Int32, _ reading: Reading
    ) -> String {
        guard let first = occurrences.first else { return "" }
        var rule = isOwn(occurrences, reading) ? Rule.ownWords : Rule.phrasing
        if first.rule != .same {
            let meant = occurrences.map { compiled.concepts[Int($0.concept)].text }.joined(separator: " ")
            rule = first.rule.sentence(text(start, end), for: meant)
        }
        guard first.negator >= 0 else { return rule }
        let negator = tokens.list[Int(first.negator)]
        return "\(rule), negated by `\(text(negator.start, negator.end))`"
    }

    /// Whether the words are those of the point itself and not only those of a phrasing of it.
    private func isOwn(_ occurrences: ArraySlice<Findings.Occurrence>, _ reading: Reading) -> Bool {
        let point = compiled.alternatives[reading.alternative].point
        guard compiled.alternatives[reading.alternative].isPhrasing, point < 64 else { return true }
        let bit: UInt64 = 1 << UInt64(point)
        return occurrences.allSatisfy { compiled.ownPoints[Int($0.concept)] & bit != 0 }
    }

    private func text(_ start: Int32, _ end: Int32) -> String {
        let units = answer.utf16
        let from = units.index(units.startIndex, offsetBy: Int(start))
        return String(answer[from..<units.index(from, offsetBy: Int(end - start))])
    }
}
