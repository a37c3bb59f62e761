/// What is to be said of an answer as a whole, in the order of ``Remark``.
enum Remarks {
    static func of(
        _ points: [PointMark], _ manner: Manner, _ findings: Findings, isNames: Bool, coverage: Double
    ) -> [Remark] {
        let isDisclaimer = manner.disclaims && coverage < 0.2 && findings.contentWords <= 8
        if findings.contentWords == 0 || isDisclaimer { return [.noAnswer] }
        var remarks: [Remark] = []
        if isUnsure(points) { remarks.append(.unsure) }
        if findings.questionWords * 10 >= findings.contentWords * 7, coverage < 0.3 { remarks.append(.echo) }
        let isList = manner.isList(rubricWords: findings.rubricWords, contentWords: findings.contentWords)
        if coverage > 0, isNames || isList || manner.isShuffled { remarks.append(.keywordList) }
        if manner.isForeign { remarks.append(.otherLanguage) }
        return remarks
    }

    /// A third of the points lie close to a verdict's border.
    private static func isUnsure(_ points: [PointMark]) -> Bool {
        let borders = points.filter { point in
            switch point.verdict {
            case .partial: true
            case .hit: point.strength < Tuning.hit + 0.05
            case .missed: point.strength > Tuning.partial - 0.04
            case .contradicted: point.strength < Tuning.hit
            case .held, .avoided: abs(point.strength - Tuning.held) < 0.05
            }
        }
        return borders.count * 3 >= points.count && !borders.isEmpty
    }
}
