/// How far an answer says one way of saying a point.
struct Reading {
    let alternative: Int
    let strength: Double
    let isContradicted: Bool

    init(_ alternative: Compiled.Alternative, _ index: Int, _ findings: Findings, _ compiled: Compiled) {
        var right: Float = 0
        var wrong: Float = 0
        var hasNews = false
        for term in alternative.terms {
            let asserted = findings.strength(findings.asserted[term.concept])
            let denied = findings.strength(findings.denied[term.concept])
            let (good, bad) = term.isDenied ? (denied, asserted) : (asserted, denied)
            right += term.weight * good
            if bad > good { wrong += term.weight * (bad - good) }
            if max(good, bad) >= 0.5, !compiled.concepts[term.concept].isInQuestion { hasNews = true }
        }
        var recall = (right + wrong) / alternative.total
        if alternative.hasNews, !hasNews { recall *= Tuning.echoShare }
        self.alternative = index
        strength = Power.sixTenths(Double(recall))
        isContradicted = wrong > Tuning.denied * (right + wrong)
    }

    func verdict(isMisconception: Bool) -> Verdict {
        if isMisconception { return strength >= Tuning.held && !isContradicted ? .held : .avoided }
        if strength < Tuning.partial { return .missed }
        if isContradicted { return .contradicted }
        return strength >= Tuning.hit ? .hit : .partial
    }
}
