/// Marks answers to one question against its key points.
///
/// Made once per question; marking is deterministic, total, and takes time linear in the answer.
public final class Matcher: Sendable {
    /// Changes with every change of the rules or of the word tables: marks of different versions are not comparable.
    public static let version = "6.\(WordTable.version)"

    private let rubric: Rubric
    private let compiled: Compiled
    private let language: Language

    public init(_ rubric: Rubric) {
        self.rubric = rubric
        compiled = Compiled(rubric)
        language = Language(code: rubric.language)
    }

    /// Says of each key point whether the answer says it, and where.
    public func mark(_ answer: String) -> Mark {
        let tokens = Tokenizer.tokens(of: answer, language)
        let findings = Findings(tokens, in: compiled)
        let readings = Readings(findings, in: compiled)
        var best: [Reading?] = Array(repeating: nil, count: rubric.keyPoints.count)
        for index in compiled.alternatives.indices {
            let reading = readings.reading(of: index)
            let point = compiled.alternatives[index].point
            if reading.isBetter(than: best[point]) { best[point] = reading }
        }
        let comparison = Comparison(tokens, compiled.statements)
        let writer = EvidenceWriter(answer: answer, tokens: tokens, findings: findings, compiled: compiled)
        let manner = Manner(tokens, answer, language)
        let isUndecided =
            !compiled.choices.isEmpty
            && compiled.choices.areListed(in: tokens, language, besides: compiled.questionWords)
        var points: [PointMark] = []
        points.reserveCapacity(best.count)
        for (index, reading) in best.enumerated() {
            let isMisconception = rubric.keyPoints[index].isMisconception
            if !isUndecided, !manner.disclaims, let word = compiled.choices.answers[index],
                let token = compiled.choices.saying(word, in: tokens)
            {
                let evidence = Evidence(
                    start: Int(token.start), end: Int(token.end), rule: Rule.ownWords)
                points.append(mark(index, .hit, strength: 1, [evidence]))
                continue
            }
            guard var reading, reading.strength > 0 else {
                points.append(mark(index, isMisconception ? .avoided : .missed, strength: 0, []))
                continue
            }
            let sentence = findings.sentence(ofWindow: reading.window, in: tokens)
            if let comparison, reading.isContradicted, comparison.upholds(index, foundIn: sentence) {
                reading.isContradicted = false
            }
            if let comparison, !reading.isDenied {
                comparison.weigh(&reading, of: index, isMisconception: isMisconception, foundIn: sentence)
            }
            if isUndecided { reading.strength = min(reading.strength, Tuning.partial - 0.01) }
            let verdict = reading.verdict(isMisconception: isMisconception)
            let isSilent = verdict == .missed || verdict == .avoided
            var evidence = isSilent ? [] : writer.evidence(of: reading)
            if verdict == .partial, !evidence.isEmpty, !reading.isDenied,
                let misstatement = comparison?.misstatement(nearestTo: sentence, of: rubric.keyPoints)
            {
                evidence[evidence.count - 1].rule += Rule.misstating(misstatement)
            }
            points.append(mark(index, verdict, strength: reading.strength, evidence))
        }
        let coverage = Coverage.of(points, in: rubric)
        let isCopied =
            manner.words >= 25 && findings.rubricWords * 100 >= findings.contentWords * 98
            && compiled.wording.makes(up: tokens)
        let isStrung =
            manner.words >= 12 && findings.rubricWords * 10 >= findings.contentWords * 8
            && compiled.phrasings.make(up: tokens)
        let isNames = isCopied || isStrung || compiled.names.make(up: tokens, words: manner.words)
        let remarks = Remarks.of(points, manner, findings, isNames: isNames, coverage: coverage)
        let ceiling = remarks.contains(.keywordList) ? Tuning.listCeiling : 1
        return Mark(
            points: points, coverage: min(coverage, ceiling), remarks: remarks, matcher: Self.version)
    }

    /// - Parameter strength: is rounded, as three digits are all it tells, and the log keeps them for ever.
    private func mark(_ index: Int, _ verdict: Verdict, strength: Double, _ evidence: [Evidence]) -> PointMark
    {
        PointMark(
            keyPoint: rubric.keyPoints[index].id, verdict: verdict,
            strength: (strength * 1000).rounded() / 1000, evidence: evidence)
    }
}
