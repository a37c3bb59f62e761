/// Predicts grades for pairs from what the matcher finds.
///
/// A reference, or a key point, is one way of saying the whole answer. Its strength is the square root of the share of its words,
/// by weight, that the answer has; function words count a little, because short references live of them. Words of much
/// the same letters count in part: people grade by the sense. Words said with the other polarity hardly count.
/// The best reference counts most, the others a little; key points count alike. Four things temper it: an answer with
/// none but the question's words, one that denies where the reference does not, much else beside a very short
/// reference, and the mere length of the answer, which people reward. The reference turned round gets next to nothing.
public struct PairMatcher {
    private var key: Pair?
    private var compiled = Compiled(Rubric(question: "", keyPoints: []))

    public init() {}

    /// Rows that follow each other with the same question and references share the work of reading these.
    public mutating func mark(_ pair: Pair) -> Prediction {
        var key = pair
        key.id = ""
        key.answer = ""
        if key != self.key {
            let texts = pair.keyPoints.isEmpty ? pair.references : pair.keyPoints
            compiled = Compiled(
                Rubric(
                    question: pair.question,
                    keyPoints: texts.enumerated().map { KeyPoint(id: "\($0.offset)", head: $0.element) }),
                isLoose: true)
            self.key = key
        }
        return predict(pair)
    }

    private func predict(_ pair: Pair) -> Prediction {
        let tokens = Tokenizer.tokens(of: pair.answer)
        let findings = Findings(tokens, in: compiled)
        let readings = Readings(findings, in: compiled)
        let manner = Manner(tokens, pair.answer)
        let functionWords = Set(tokens.list.filter { $0.key == 0 }.map(\.word))
        let count = pair.keyPoints.isEmpty ? pair.references.count : pair.keyPoints.count
        var shares: [Float] = Array(repeating: 0, count: count)
        var (mostSaid, mostTurned): (Float, Float) = (0, 0)
        for (index, way) in compiled.alternatives.enumerated() {
            let found = readings.recall(of: index)
            let common =
                Self.functionWeight * Float(way.functionWords.intersection(functionWords).count)
                + Self.echoedWeight * Float(way.echoedFunctionWords.intersection(functionWords).count)
            let total =
                way.total + Self.functionWeight * Float(way.functionWords.count)
                + Self.echoedWeight * Float(way.echoedFunctionWords.count)
            var share = ((found.said - 0.8 * found.denied) * way.total + common) / total
            if way.hasNews, !found.hasNews { share *= 0.6 }
            if way.isNegative != manner.hasNegator, pair.keyPoints.isEmpty { share *= 0.8 }
            if found.said > Self.whole, isTurned(way, tokens) {
                if way.newTerms > 2, found.denied > Self.deniedShare * found.said {
                    mostTurned = max(mostTurned, found.said)
                }
                share *= Self.turned
            } else {
                mostSaid = max(mostSaid, found.said - found.denied)
            }
            shares[way.point] = max(shares[way.point], share)
        }
        // Whoever turns one reference round does not get by with the words that it shares with another.
        if pair.keyPoints.isEmpty, mostTurned > mostSaid { shares = shares.map { $0 * Self.turned } }
        let points = shares.map { Double(min(max($0, 0), 1)).squareRoot() }
        return Prediction(
            id: pair.id, predicted: temper(pair, points, shares, tokens, findings, manner), points: points)
    }

    private static let functionWeight: Float = 0.2
    private static let echoedWeight: Float = 0.08
    /// The most that a list of the reference's words can get, and one without a word to hold them together.
    private static let listCeiling = 0.52
    private static let bareCeiling = 0.48

    /// The share of a reference's words from which on the answer says all of it, and what is left of it if the answer
    /// turns it round.
    private static let whole: Float = 0.9
    private static let turned: Float = 0.02
    /// And the share of what is said that must be denied word by word to turn round all references with it.
    private static let deniedShare: Float = 0.3

    /// Whether each sentence of the answer denies what the reference asserts, or asserts in some of its sentences.
    private func isTurned(_ way: Compiled.Alternative, _ tokens: Tokens) -> Bool {
        guard let last = tokens.list.last, tokens.deniedSentences > Int(last.sentence) else { return false }
        return !way.isNegative || tokens.deniedSentences > max(1, Int(way.deniedSentences))
    }

    /// Hardly anything but words of the reference and the question, where the reference holds its own together.
    private func isBare(_ manner: Manner, _ findings: Findings) -> Bool {
        let known = findings.newRubricWords + findings.questionWords
        let isGlued = manner.functionWords * 20 >= manner.words
        guard manner.words > 2, !isGlued, known * 5 >= findings.contentWords * 4 else { return false }
        return compiled.alternatives.contains { $0.functionWords.count + $0.echoedFunctionWords.count > 1 }
    }

    private func temper(
        _ pair: Pair, _ points: [Double], _ shares: [Float], _ tokens: Tokens, _ findings: Findings,
        _ manner: Manner
    ) -> Double {
        guard !points.isEmpty, findings.contentWords > 0 else { return 0 }
        let mean = Double(shares.reduce(0, +)) / Double(shares.count)
        let share = max(0, 0.7 * Double(shares.max() ?? 0) + 0.3 * mean)
        var value = pair.keyPoints.isEmpty ? share.squareRoot() : points.reduce(0, +) / Double(points.count)
        guard value > 0 else { return 0 }
        // Much else beside a reference of a few words makes another statement of it.
        let newWords = findings.contentWords - findings.questionWords
        let foreign = max(0, newWords - findings.newRubricWords)
        let size =
            compiled.alternatives.reduce(0) { $0 + Double($1.newTerms) } / Double(compiled.alternatives.count)
        let brevity = Self.brevity * 3 / (3 + size * size / 2)
        value *= (1 - brevity * Double(foreign) / Double(newWords + 1)).squareRoot()
        let told = Double(newWords) + 0.2 * Double(findings.questionWords)
        let length = min(1, 1.25 * told / (told + 12))
        var grade = min(1, max(0, 0.85 * value + 0.15 * length))
        let isList = manner.isList(rubricWords: findings.newRubricWords, contentWords: newWords)
        if isList { grade = min(grade, Self.listCeiling) }
        if isBare(manner, findings) { grade = min(grade, Self.bareCeiling) }
        return isEcho(findings, tokens) ? Self.echo * grade : grade
    }

    /// What is left of the grade of an answer that says the question again.
    private static let echo = 0.15
    private static let brevity = 0.4

    /// Nearly all of the question's words and hardly another one.
    private func isEcho(_ findings: Findings, _ tokens: Tokens) -> Bool {
        guard compiled.questionSize > 2, findings.questionWords * 10 >= findings.contentWords * 9 else {
            return false
        }
        let words = Set(tokens.list.map(\.key)).filter { $0 != 0 && compiled.questionWords[$0] >= 0 }
        return words.count * 5 >= compiled.questionSize * 4
    }
}
