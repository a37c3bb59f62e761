/// An answer laid sentence by sentence beside all that is said of the question's points, rightly and wrongly.
///
/// The rules find a point's words; this tells whether the sentences say with them what the point says. The share of each
/// thing in the verdict was fitted (logistic regression) to answers that a reader had judged.
struct Comparison {
    private let sentences: [Statements.Nearness]
    private let statements: Statements

    /// `nil` where the rubric has no misstatements, or the answer no words.
    init?(_ tokens: Tokens, _ statements: Statements) {
        guard !statements.isEmpty, !tokens.list.isEmpty else { return nil }
        var sentences: [Statements.Nearness] = []
        sentences.reserveCapacity(Int(tokens.list[tokens.list.count - 1].sentence) + 1)
        var reader = Statements.Reader(statements)
        var start = 0
        let list = tokens.list
        for end in 1...list.count where end == list.count || list[end].sentence != list[start].sentence {
            sentences.append(reader.nearness(of: list[start..<end]))
            start = end
        }
        self.sentences = sentences
        self.statements = statements
    }

    /// What is known of one point.
    struct Features {
        /// Of the sentence that says it best: how near it is to what says this point, by how much it is nearer to what
        /// says any than to what is wrong about any, and its length.
        var right: Float
        var anyRight: Float
        var lead: Float
        var size: Float
        /// By how much the sentences before and after it are nearer to what is wrong, and to what is right.
        var wrongBeside: Float
        var rightBeside: Float
    }

    /// - Parameter sentence: where the rules found the point, if they did.
    func features(of point: Int, foundIn sentence: Int32?) -> Features {
        func rank(_ at: Int) -> Float {
            let one = sentences[at]
            return one.right[point] + 0.8 * one.anyRight - 1.2 * one.anyWrong
                + (one.sentence == sentence ? 0.05 : 0)
        }
        let best = sentences.indices.max { rank($0) < rank($1) } ?? 0
        let beside = [best - 1, best + 1].filter(sentences.indices.contains).map { sentences[$0].lead }
        return Features(
            right: sentences[best].right[point], anyRight: sentences[best].anyRight,
            lead: sentences[best].lead,
            size: Float(sentences[best].size),
            wrongBeside: beside.reduce(0) { $0 + max(0, -$1) } / 2,
            rightBeside: beside.reduce(0) { $0 + max(0, $1) } / 2)
    }

    /// Makes of what the rules have found what the sentences say.
    func weigh(_ reading: inout Reading, of point: Int, isMisconception: Bool, foundIn sentence: Int32?) {
        if isMisconception {
            reading.assertedStrength = held(point, reading.assertedStrength)
            reading.strength = reading.assertedStrength
        } else {
            reading.strength = strength(of: point, reading.strength, foundIn: sentence)
        }
    }

    /// What the rules have found of a point, by what the sentences say with it: the wording of a point counts the more,
    /// the further its sentence and those beside it are from anything wrong, and the less, the more the sentence says
    /// another point instead.
    private func strength(of point: Int, _ strength: Double, foundIn sentence: Int32?) -> Double {
        let found = features(of: point, foundIn: sentence)
        let own = Double(min(1, found.right / (found.anyRight + 0.01)))
        let telling =
            0.324 + 1.14 * own * Double(found.lead) + 0.37 * (1 - own) + 0.8 * Double(found.rightBeside)
        // Of a long sentence the point is but a part.
        let near = Double(found.right) * (0.29 + 0.023 * Double(min(found.size, 60)))
        let said = min(max(0.24 + strength * telling + near - 1.46 * Double(found.wrongBeside), 0), 1)
        // Without the point's own words no sentence says it, however near it is; and what has some of them is not said
        // by a sentence that is near to nothing.
        if strength < Tuning.partial { return min(said, strength) }
        return strength < Tuning.hit ? said - 4 * max(0, 0.1 - Double(found.right)) : said
    }

    /// What is wrong and nearer to the sentence than anything that is right.
    func misstatement(nearestTo sentence: Int32?, of points: [KeyPoint]) -> String? {
        guard let one = sentences.first(where: { $0.sentence == sentence }), one.lead < 0 else { return nil }
        return statements.text(one.nearestWrong, of: points)
    }

    /// How far a misconception is held: what the rules have found of it, and how much nearer a sentence is to what
    /// says it than to what is right.
    private func held(_ misconception: Int, _ strength: Double) -> Double {
        let (near, right) = nearness(toMisconception: misconception)
        return min(max(0.294 + 0.588 * strength + 0.378 * Double(near) - 0.414 * Double(right), 0), 1)
    }

    func nearness(toMisconception misconception: Int) -> (near: Float, right: Float) {
        func rank(_ one: Statements.Nearness) -> Float { one.wrong[misconception] - 0.5 * one.anyRight }
        let best = sentences.max { rank($0) < rank($1) }
        return (best?.wrong[misconception] ?? 0, best?.anyRight ?? 0)
    }
}

extension Statements.Nearness {
    /// By how much the sentence is nearer to what is right than to what is wrong.
    var lead: Float { anyRight - anyWrong }
}
