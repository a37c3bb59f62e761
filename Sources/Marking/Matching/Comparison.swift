/// An answer laid sentence by sentence beside all that is said of the question's points, rightly and wrongly.
///
/// The rules find a point's words; this tells whether the sentences say with them what the point says. The share of each
/// thing in the verdict was fitted (logistic regression) to answers that a reader had judged.
struct Comparison {
    private let sentences: [Statements.Nearness]
    /// The share of the sentences that are near to anything that is said of the question, rightly or wrongly. Who
    /// answers another question has few.
    private let relevance: Double
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
        let relevant = sentences.count { max($0.anyRight, $0.anyWrong) > 0.2 }
        relevance = Double(relevant) / Double(sentences.count)
        self.statements = statements
    }

    /// What is known of one point.
    struct Features {
        /// Of the sentence that says it best: how near it is to what says this point, by how much it is nearer to what
        /// says any than to what is wrong about any, and its length.
        var right: Float
        var lead: Float
        var size: Float
        /// Of the sentences before and after it, by how much they are nearer to what is wrong, and to what is right.
        var beside: (wrong: Float, right: Float)
    }

    /// - Parameter sentence: where the rules found the point, if they did.
    func features(of point: Int, foundIn sentence: Int32?) -> Features {
        func rank(_ at: Int) -> Float {
            let one = sentences[at]
            return one.right[point] + 0.8 * one.anyRight - 1.2 * one.anyWrong
                + (one.sentence == sentence ? 0.05 : 0)
        }
        let best = sentences.indices.max { rank($0) < rank($1) } ?? 0
        return Features(
            right: sentences[best].right[point], lead: sentences[best].lead,
            size: Float(sentences[best].size), beside: beside(best))
    }

    /// By how much the sentences before and after another are nearer to what is wrong, and to what is right.
    private func beside(_ sentence: Int) -> (wrong: Float, right: Float) {
        var sums: (wrong: Float, right: Float) = (0, 0)
        for at in [sentence - 1, sentence + 1] where sentences.indices.contains(at) {
            sums.wrong += max(0, -sentences[at].lead)
            sums.right += max(0, sentences[at].lead)
        }
        return (sums.wrong / 2, sums.right / 2)
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

    /// Whoever answers the question also says this and that beside it: half of the sentences are enough.
    private var onSubject: Double { min(2 * relevance, 1) }

    /// What the rules have found of a point, by what the sentences say with it: the wording of a point counts the more,
    /// the further its sentence and those beside it are from anything wrong.
    private func strength(of point: Int, _ strength: Double, foundIn sentence: Int32?) -> Double {
        let found = features(of: point, foundIn: sentence)
        let telling = 0.363 + 0.841 * Double(found.lead) + 0.59 * Double(found.beside.right)
        // Of a long sentence the point is but a part.
        let near = onSubject * (0.258 + 0.327 * Double(found.right)) + 0.00385 * Double(min(found.size, 60))
        let said = 0.04 + strength * telling + near - 1.258 * Double(found.beside.wrong)
        // Without the point's own words no sentence says it, however near it is; and what has some of them is not said
        // by a sentence that is near to nothing.
        if strength < Tuning.partial { return min(max(said, 0), strength) }
        let doubt = strength < Tuning.hit ? 4 * max(0, 0.1 - Double(found.right)) : 0
        return min(max(said - doubt, 0), 1)
    }

    /// Whether a sentence is nearer to what says the point than to anything wrong, although the rules take it for a
    /// denial: then nobody is told to have said the contrary. What is all but the point's wording does deny it.
    func upholds(_ point: Int, foundIn sentence: Int32?) -> Bool {
        let found = features(of: point, foundIn: sentence)
        return (0.08..<0.45).contains(found.right) && found.lead >= 0
    }

    /// What is wrong and nearer to the sentence than anything that is right.
    func misstatement(nearestTo sentence: Int32?, of points: [KeyPoint]) -> String? {
        guard let one = sentences.first(where: { $0.sentence == sentence }), one.lead < 0 else { return nil }
        return statements.text(one.nearestWrong, of: points)
    }

    /// How far a misconception is held: what the rules have found of it, how much nearer a sentence is to what says it
    /// than to what is right, what the sentences beside that say, and whether the answer is on the question at all.
    private func held(_ misconception: Int, _ strength: Double) -> Double {
        let found = features(ofMisconception: misconception)
        let telling = (0.3 + 0.27 * relevance) * Double(found.near) - 0.4425 * Double(found.right)
        let beside = 0.435 * Double(found.beside.wrong) - 0.465 * Double(found.beside.right)
        return min(max(0.275 + 0.5775 * strength + telling + beside, 0), 1)
    }

    func features(
        ofMisconception misconception: Int
    ) -> (near: Float, right: Float, beside: (wrong: Float, right: Float)) {
        func rank(_ at: Int) -> Float { sentences[at].wrong[misconception] - 0.5 * sentences[at].anyRight }
        let best = sentences.indices.max { rank($0) < rank($1) } ?? 0
        return (sentences[best].wrong[misconception], sentences[best].anyRight, beside(best))
    }
}

extension Statements.Nearness {
    /// By how much the sentence is nearer to what is right than to what is wrong.
    var lead: Float { anyRight - anyWrong }
}
