/// Marks answers to one question against its key points.
///
/// Made once per question; marking is deterministic, total, and takes time linear in the answer.
public struct Matcher: Sendable {
    /// Changes with every change of the rules or of the word tables: marks of different versions are not comparable.
    public static let version = "1.\(WordTable.version)"

    private let rubric: Rubric
    private let compiled: Compiled

    public init(_ rubric: Rubric) {
        self.rubric = rubric
        compiled = Compiled(rubric)
    }

    /// Says of each key point whether the answer says it, and where.
    public func mark(_ answer: String) -> Mark {
        let tokens = Tokenizer.tokens(of: answer)
        let findings = Findings(tokens, in: compiled)
        var best: [Reading?] = Array(repeating: nil, count: rubric.keyPoints.count)
        for (index, alternative) in compiled.alternatives.enumerated() {
            let reading = Reading(alternative, index, findings, compiled)
            if reading.strength > best[alternative.point]?.strength ?? -1 {
                best[alternative.point] = reading
            }
        }
        let evidence = EvidenceWriter(answer: answer, tokens: tokens, findings: findings, compiled: compiled)
        let points = zip(rubric.keyPoints, best).map { point, reading in
            guard let reading else {
                return PointMark(
                    keyPoint: point.id, verdict: point.isMisconception ? .avoided : .missed, strength: 0,
                    evidence: [])
            }
            let verdict = reading.verdict(isMisconception: point.isMisconception)
            return PointMark(
                keyPoint: point.id, verdict: verdict, strength: reading.strength,
                evidence: verdict == .missed || verdict == .avoided ? [] : evidence.of(reading))
        }
        return Mark(
            points: points, coverage: Coverage.of(points, in: rubric), remarks: remarks(findings, tokens),
            matcher: Self.version)
    }

    private func remarks(_ findings: Findings, _ tokens: Tokens) -> [Remark] {
        var remarks: [Remark] = []
        if findings.contentWords == 0 {
            remarks.append(.noAnswer)
        } else if findings.questionWords * 10 >= findings.contentWords * 7 {
            remarks.append(.echo)
        }
        return remarks
    }
}
