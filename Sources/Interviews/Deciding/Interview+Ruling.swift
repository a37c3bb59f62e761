import Marking

extension Interview {
    /// A host's decision about a verdict: for one, or for everybody who said it in the same words.
    func rulings(_ ruled: Command.Ruled, _ seat: SeatID, _ ref: Reference) throws(Refusal) -> [Event] {
        let dispute = ruled.dispute
        let response = response(of: ruled.seat, to: dispute.question)
        guard response.verdict(on: dispute.point, of: dispute.attempt) != nil,
            dispute.ranges.count <= 20, dispute.ranges.allSatisfy(\.isInAnswer)
        else { throw .notDisputable }
        var asked = Event.Ruled(
            by: seat, ref: ref, seat: ruled.seat, question: dispute.question, attempt: dispute.attempt,
            point: dispute.point, isSaid: ruled.isSaid, ranges: dispute.ranges,
            isWithdrawn: dispute.isWithdrawn)
        guard ruled.isForAll else { return [.ruled(asked)] }
        // The words of what is over are in the log alone.
        guard current == dispute.question, !movesAlone else { throw .notAsked(question: dispute.question) }
        let also = dispute.isWithdrawn ? rulings(like: asked) : rulings(onTheWordsOf: asked)
        asked.others = also.count
        return [.ruled(asked)] + also.map { .ruled($0) }
    }

    /// What follows for others: each whose latest attempt with the words does not count for the point yet.
    private func rulings(onTheWordsOf asked: Event.Ruled) -> [Event.Ruled] {
        guard asked.isSaid else { return [] }
        let response = response(of: asked.seat, to: asked.question)
        let words = RuledWords(
            attempt: asked.attempt, ranges: asked.ranges, of: response.texts[asked.attempt],
            over: response.marks[asked.attempt]?.points.first { $0.keyPoint == asked.point })
        return others(than: asked.seat).compactMap { state in
            guard let response = state.responses[asked.question],
                let (attempt, ranges) = response.latest(with: words, for: asked.point)
            else { return nil }
            return asked.also(for: state.id, attempt, ranges)
        }
    }

    /// The rulings on the same words of others, which are taken back together.
    private func rulings(like asked: Event.Ruled) -> [Event.Ruled] {
        let own = response(of: asked.seat, to: asked.question).rulings[asked.attempt]?[asked.point]
        guard let own else { return [] }
        return others(than: asked.seat).compactMap { state in
            let rulings = (state.responses[asked.question]?.rulings ?? [:]).compactMapValues {
                $0[asked.point]
            }
            guard let alike = rulings.values.first(where: { $0.isAlike(own) }) else { return nil }
            return asked.also(for: state.id, alike.attempt, [])
        }
    }

    private func others(than seat: SeatID) -> some Sequence<SeatState> {
        seats.lazy.filter { $0.id != seat && $0.role == .candidate && $0.standing != .banned }
    }
}

extension Event.Ruled {
    fileprivate func also(for seat: SeatID, _ attempt: Int, _ ranges: [TextRange]) -> Event.Ruled {
        var also = self
        (also.seat, also.attempt, also.ranges) = (seat, attempt, ranges)
        (also.isAlso, also.others) = (true, nil)
        return also
    }
}

extension Response {
    /// The latest attempt in whose text a ruling on a point would stand and does not yet, with the places of its words.
    fileprivate func latest(with words: RuledWords, for point: String) -> (Int, [TextRange])? {
        for attempt in texts.keys.sorted(by: >) {
            guard rulings[attempt]?[point] == nil, let text = texts[attempt],
                let mark = marks[attempt]?.points.first(where: { $0.keyPoint == point }),
                words.stand(over: mark, in: text)
            else { continue }
            return (attempt, words.places(in: text))
        }
        return nil
    }
}
