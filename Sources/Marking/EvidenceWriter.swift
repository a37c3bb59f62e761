/// Says where in an answer a reading was found and by which rules.
struct EvidenceWriter {
    let answer: String
    let tokens: Tokens
    let findings: Findings
    let compiled: Compiled

    func of(_ reading: Reading) -> [Evidence] {
        var found: [Findings.Occurrence] = []
        for term in compiled.alternatives[reading.alternative].terms {
            let asserted = findings.asserted[term.concept]
            let denied = findings.denied[term.concept]
            let best = findings.strength(asserted) >= findings.strength(denied) ? asserted : denied
            if best >= 0 { found.append(findings.occurrences[Int(best)]) }
        }
        found.sort { $0.token < $1.token }
        return found.map { occurrence in
            let token = tokens.list[Int(occurrence.token)]
            return Evidence(start: Int(token.start), end: Int(token.end), rule: rule(occurrence, token))
        }
    }

    private func rule(_ occurrence: Findings.Occurrence, _ token: Token) -> String {
        let rule = occurrence.rule.sentence(
            text(of: token), for: compiled.concepts[Int(occurrence.concept)].text)
        guard occurrence.negator >= 0 else { return rule }
        return "\(rule), negated by `\(text(of: tokens.list[Int(occurrence.negator)]))`"
    }

    private func text(of token: Token) -> Substring {
        let units = answer.utf16
        let start = units.index(units.startIndex, offsetBy: Int(token.start))
        return answer[start..<units.index(start, offsetBy: Int(token.end - token.start))]
    }
}
