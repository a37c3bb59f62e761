public import Marking

extension Response {
    /// Lets words count for a point, or no longer; in the other attempts that have them too.
    ///
    /// - Parameter ranges: the words in the attempt's text; none means all of it.
    mutating func rule(attempt: Int, point: String, ranges: [TextRange], isSaid: Bool, in rubric: Rubric) {
        if isSaid {
            let ruled = RuledWords(
                attempt: attempt, ranges: ranges, of: texts[attempt],
                over: marks[attempt]?.points.first { $0.keyPoint == point })
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

    /// The points of an attempt that count as said by a ruling.
    public func ruledPoints(of attempt: Int) -> Set<String> {
        Set((rulings[attempt] ?? [:]).keys)
    }

    /// The points of an attempt that count as said by a ruling, each with the attempt that it was made for.
    public func origins(of attempt: Int) -> [String: Int] {
        (rulings[attempt] ?? [:]).mapValues(\.attempt)
    }

    /// The other attempts in which a ruling on a point stands that was made for this one.
    public func attempts(ruledWith attempt: Int, _ point: String) -> [Int] {
        rulings.keys.filter { $0 != attempt && rulings[$0]?[point]?.attempt == attempt }.sorted()
    }

    /// A mark that may still be talked about, with the rulings that stand.
    func ruledMark(of attempt: Int, in rubric: Rubric) -> Mark? {
        marks[attempt]?.ruled(said: ruledPoints(of: attempt), in: rubric)
    }

    /// The mark with the highest coverage with the rulings that stand; ``best`` where there is none.
    public func standing(in rubric: Rubric) -> Mark? {
        guard !rulings.isEmpty, let best, let bestAttempt else { return best }
        let standing = best.ruled(said: ruledPoints(of: bestAttempt), in: rubric)
        return rulings.keys.sorted().compactMap { ruledMark(of: $0, in: rubric) }.reduce(standing) {
            $1.coverage > $0.coverage ? $1 : $0
        }
    }
}
