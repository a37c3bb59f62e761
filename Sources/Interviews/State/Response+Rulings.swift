public import Marking

extension Response {
    /// Lets words count for a point, or no longer; in the other attempts that have them too.
    ///
    /// - Parameters:
    ///   - ranges: the words in the attempt's text; none means all of it.
    ///   - stands: `false` takes the ruling back.
    ///   - isOwn: whether it is the candidate's, which of a point that was found says that it was not said.
    mutating func rule(
        attempt: Int, point: String, ranges: [TextRange], stands: Bool, isOwn: Bool = false, in rubric: Rubric
    ) {
        if stands {
            let ruled = RuledWords(
                attempt: attempt, ranges: ranges, of: texts[attempt],
                over: marks[attempt]?.points.first { $0.keyPoint == point }, isOwn: isOwn)
            rulings[attempt, default: [:]][point] = ruled
            for other in texts.keys { carry([point: ruled], to: other) }
        } else {
            let origin = rulings[attempt]?[point]?.attempt ?? attempt
            for other in rulings.keys where rulings[other]?[point]?.attempt == origin {
                rulings[other]?[point] = nil
            }
            rulings = rulings.filter { !$0.value.isEmpty }
        }
        ownCoverage = rulings.isEmpty ? nil : standing(in: rubric)?.coverage
    }

    /// Lets rulings stand in another attempt, where its words allow it.
    mutating func carry(_ ruled: [String: RuledWords], to attempt: Int) {
        guard let text = texts[attempt], let mark = marks[attempt] else { return }
        for point in mark.points where rulings[attempt]?[point.keyPoint] == nil {
            guard let words = ruled[point.keyPoint], words.stand(over: point, in: text) else { continue }
            rulings[attempt, default: [:]][point.keyPoint] = words
        }
    }

    /// The points of an attempt on which a ruling stands.
    public func ruledPoints(of attempt: Int) -> Set<String> {
        Set((rulings[attempt] ?? [:]).keys)
    }

    /// The points of an attempt that were found and do not count by the candidate's own ruling.
    public func takenBack(of attempt: Int) -> Set<String> {
        Set((rulings[attempt] ?? [:]).filter(\.value.takesBack).keys)
    }

    /// The points of an attempt on which a ruling stands, each with the attempt that it was made for.
    public func origins(of attempt: Int) -> [String: Int] {
        (rulings[attempt] ?? [:]).mapValues(\.attempt)
    }

    /// The other attempts in which a ruling on a point stands that was made for this one.
    public func attempts(ruledWith attempt: Int, _ point: String) -> [Int] {
        rulings.keys.filter { $0 != attempt && rulings[$0]?[point]?.attempt == attempt }.sorted()
    }

    /// A mark that may still be talked about, with the rulings that stand.
    func ruledMark(of attempt: Int, in rubric: Rubric) -> Mark? {
        marks[attempt].map { ruled($0, of: attempt, in: rubric) }
    }

    /// The mark of an attempt with the rulings that stand.
    func ruled(_ mark: Mark, of attempt: Int, in rubric: Rubric) -> Mark {
        mark.ruled(said: ruledPoints(of: attempt), takenBack: takenBack(of: attempt), in: rubric)
    }

    /// The mark with the highest coverage with the rulings that stand; ``best`` where there is none.
    public func standing(in rubric: Rubric) -> Mark? {
        guard !rulings.isEmpty, let best, let bestAttempt else { return best }
        let standing = ruled(best, of: bestAttempt, in: rubric)
        return rulings.keys.sorted().compactMap { ruledMark(of: $0, in: rubric) }.reduce(standing) {
            $1.coverage > $0.coverage ? $1 : $0
        }
    }
}
