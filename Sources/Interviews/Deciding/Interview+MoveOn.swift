import QuestionBank

extension Interview {
    /// What comes after a question: the next one, or the end.
    ///
    /// - Parameter request: what asked for it, if that is all it asked for.
    func moveOn(
        from question: Int, by request: (seat: SeatID, ref: Reference)? = nil,
        afterSkipBy skipper: SeatID? = nil,
        afterAnswer coverage: Double? = nil
    ) -> [Event] {
        if isClosed, clock?.per == .interview {
            return [.ended(Event.Ended(reason: .timeUp, seat: request?.seat, ref: request?.ref))]
        }
        let next = question + 1
        if next < askedCount {
            return [
                .questionReopened(
                    Event.QuestionReopened(question: next, seat: request?.seat, ref: request?.ref))
            ]
        }
        guard questions.indices.contains(next) else {
            return [.ended(Event.Ended(reason: .finished, seat: request?.seat, ref: request?.ref))]
        }
        let level = nextLevel(after: question, isSkipped: skipper != nil, coverage: coverage)
        return [
            .questionAsked(
                Event.QuestionAsked(question: next, level: level, seat: request?.seat, ref: request?.ref))
        ]
    }

    /// Where the difficulty adapts: one level harder after a first attempt with a coverage of 0.7 or more, one
    /// easier below 0.4 or after a skip, else the same. A staircase as in Levitt, "Transformed up-down methods in
    /// psychoacoustics", JASA 49 (1971): it settles where half of the steps go up.
    private func nextLevel(after question: Int, isSkipped: Bool, coverage: Double?) -> Difficulty? {
        guard opening?.alternatives != nil, let seat = seats.first?.id else { return nil }
        let response = response(of: seat, to: question)
        let first = response.firstCoverage ?? coverage
        let step =
            if isSkipped || response.isSkipped {
                -1
            } else if let first {
                first >= 0.7 ? 1 : first < 0.4 ? -1 : 0
            } else {
                0
            }
        let rank = min(2, max(0, questions[question].level.rank + step))
        return Difficulty.allCases.first { $0.rank == rank }
    }
}
