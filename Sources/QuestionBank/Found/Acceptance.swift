/// Decides which candidates are questions once the document's shape is known.
struct Acceptance {
    let page: Page
    let shape: Candidate.Shape
    let score: ShapeScore
    /// Lines of candidates that an answer marker follows.
    let paired: Set<Int>
    /// Shapes of which nearly all have an answer marker of their own.
    let answered: Set<Candidate.Shape>
    /// Labelled pairs are frequent enough to be questions of their own, whatever the document's shape.
    let mixes: Bool

    func questions(_ candidates: [Candidate]) -> [Candidate] {
        var accepted: [Candidate] = []
        var last: Int?
        let series = OtherSeries(candidates, shape)
        for (index, candidate) in candidates.enumerated() {
            if case .heading(let level) = shape, series.isTopic(index, level: level) { continue }
            guard candidate.isStruck || isQuestion(candidate, after: last) || series.contains(candidate)
            else {
                if candidate.shape == shape, StopTitle.closes(candidate.text), score.count >= 3 {
                    // "### Conclusion" among the questions ends the answer before it.
                    var end = candidate
                    end.isStruck = true
                    accepted.append(end)
                }
                continue
            }
            accepted.append(candidate)
            if let number = candidate.number { last = number }
        }
        // "## Question 3", "### Question", and the question below that.
        for index in accepted.indices.dropLast().reversed() where accepted[index].shape == .labelledHeading {
            let (outer, inner) = (accepted[index], accepted[index + 1])
            if outer.text.isEmpty, inner.shape == .labelledHeading, inner.text.isEmpty, inner.number == nil,
                inner.level > outer.level
            {
                accepted.remove(at: index)
            }
        }
        return accepted.filter { !$0.isStruck || $0.level < 7 || shape == .labelled }
    }

    private func isQuestion(_ candidate: Candidate, after last: Int?) -> Bool {
        if StopTitle.isOne(candidate) { return false }
        if candidate.shape == shape { return isOwn(candidate) }
        if candidate.shape == .labelled, mixes, paired.contains(candidate.line) { return true }
        // A list of questions may be numbered in one part and have bullets in another.
        if candidate.shape == .bullet || candidate.shape == .ordered, shape == .bullet || shape == .ordered {
            return candidate.asks
        }
        if candidate.shape == .labelledHeading, shape != .summary { return candidate.label == .question }
        guard let number = candidate.number, candidate.level < 7 else {
            return shape == .labelled && candidate.label == .letterNumber && paired.contains(candidate.line)
        }
        if case .numberedHeading = candidate.shape {
            if answered.contains(candidate.shape), shape.isSection { return true }
            if paired.contains(candidate.line), candidate.label == .letterNumber, shape == .labelled {
                return true
            }
            // A neighbour with a slip in its level or its letter: the number continues.
            guard let last,
                number == last + 1 || (number == last && (candidate.label == .letterNumber || candidate.asks))
            else {
                return false
            }
            switch shape {
            case .labelledHeading:
                return candidate.label == .letterNumber || (candidate.asks && paired.contains(candidate.line))
            case .numberedHeading(let level): return abs(level - candidate.level) <= 1 && candidate.asks
            default: return false
            }
        }
        return false
    }

    private func isOwn(_ candidate: Candidate) -> Bool {
        switch shape {
        case .heading:
            // A table of contents that names most questions decides about those that do not ask.
            if !candidate.asks, score.listed * 5 >= score.count * 3, score.listed >= 3 {
                return Furniture.isListed(candidate.text, in: page)
            }
            return !candidate.text.isEmpty
        case .bold:
            return candidate.asks || candidate.label != .none || candidate.difficulty != nil
        case .bullet, .ordered:
            return candidate.asks || candidate.text.bytes.wordCount >= 2
        case .summary:
            return true
        default:
            return true
        }
    }
}
