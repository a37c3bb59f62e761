/// Which candidates an answer marker can belong to.
enum Openers {
    /// For each marker the indices of the candidates it may answer: the nearest of each shape between the marker before
    /// it and itself. One that calls itself a question outranks the rest, and one-letter markers (`A:`) need it.
    static func pair(_ candidates: [Candidate], _ markers: [AnswerMarker]) -> [[Int]] {
        var pairs: [[Int]] = []
        var index = 0
        var pending: [Candidate.Shape: Int] = [:]
        for marker in markers {
            while index < candidates.count, candidates[index].line < marker.line {
                pending[candidates[index].shape] = index
                index += 1
            }
            // `#### Answer: D` right after "View answer" is part of that answer.
            var openers = Array(pending.values)
            if let labelled = openers.filter({ candidates[$0].label == .question }).max() {
                openers = [labelled]
            } else if marker.kind == .letter {
                openers = openers.filter { candidates[$0].label == .letterNumber || candidates[$0].asks }
                openers = openers.filter { marker.line - candidates[$0].line <= 3 }
            } else {
                openers = openers.filter { isPlausible(candidates[$0]) }
                // A heading "Answer" belongs to a heading rather than to the paragraph below it.
                if marker.kind == .heading, openers.count > 1 {
                    openers = openers.filter { candidates[$0].shape != .paragraph }
                }
            }
            pairs.append(openers.sorted())
            if !openers.isEmpty { pending = [:] }
        }
        return pairs
    }

    private static func isPlausible(_ candidate: Candidate) -> Bool {
        switch candidate.shape {
        case .bullet, .ordered: candidate.asks
        default: true
        }
    }
}

/// Titles that head no question: what surrounds the questions of a collection.
enum StopTitle {
    static func isOne(_ candidate: Candidate) -> Bool {
        guard candidate.level < 7 else { return false }
        return candidate.label == .question ? closes(candidate.text) : matches(candidate.text)
    }

    /// Whether the title stands behind the questions, and is no part of an answer even where it is level with them.
    static func closes(_ title: String) -> Bool {
        let key = Fold.key(Symbol.trimmingEnd(title))
        return closings.contains(key) || key.hasPrefix("suggest your")
    }

    /// What surrounds questions but names no topic.
    static func surrounds(_ title: String) -> Bool {
        ["visual memory", "how to use", "star history"].contains(Fold.key(Symbol.trimmingEnd(title)))
    }

    static func isAnswer(_ title: String) -> Bool {
        ["answer", "answers", "solution"].contains(Fold.key(Symbol.trimmingEnd(title)))
    }

    private static let closings: Set<String> = [
        "license", "licence", "contributing", "contributions", "contributors", "conclusion", "disclaimer",
        "other answers", "acknowledgements", "acknowledgments", "star history",
    ]

    static func matches(_ title: String) -> Bool {
        let key = Fold.key(Symbol.trimmingEnd(title))
        if titles.contains(key) { return true }
        return endings.contains { key.hasSuffix($0) } || beginnings.contains { key.hasPrefix($0) }
    }

    private static let titles: Set<String> = [
        "answer", "answers", "solution", "table of contents", "contents", "toc", "license", "licence",
        "licensing",
        "contributing", "contribution", "contributions", "contributors", "conclusion", "disclaimer",
        "references",
        "reference", "resources", "useful resources", "further reading", "credits", "acknowledgements",
        "acknowledgments", "about", "sponsors", "sponsor", "support", "introduction", "foreword", "preface",
        "additional links", "related", "related projects", "links", "sources", "source", "bibliography",
        "authors",
        "author", "changelog", "visual memory", "other answers", "good to hear", "key points", "summary",
        "notes",
        "overview", "prerequisites", "how to use", "star history", "maintainers", "getting started", "index",
        "follow-up", "follow-ups", "follow up", "suggest your question", "suggest your question!",
    ]
    private static let endings = [" table of contents"]
    private static let beginnings = [
        "table of contents", "your key takeaways", "how to contribute", "suggest your",
    ]
}
