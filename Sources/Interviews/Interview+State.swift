import Marking

extension Interview {
    /// Changes the state by what happened. `false` where it changes nothing because it is known already or
    /// makes no sense any more: whoever proposed it was late, and that does no harm.
    mutating func changeState(by event: Event) -> Bool {
        switch (event, phase) {
        case (.opened(let opened), .notOpened):
            opening = opened
            phase = .lobby
            return true
        case (.seatTaken(let taken), .lobby), (.seatTaken(let taken), .asking):
            guard seat(taken.seat.id) == nil else { return false }
            seats.append(taken.seat)
            return true
        case (.questionAsked(let asked), .lobby), (.questionAsked(let asked), .asking):
            guard asked.question == askedCount, questions.indices.contains(asked.question) else {
                return false
            }
            askedCount += 1
            phase = .asking(asked.question)
            return true
        case (.answered(let answered), .asking):
            return record(answered)
        case (.modelAnswerRevealed(let revealed), _):
            return update(revealed.seat, revealed.question) { response in
                guard !response.isModelAnswerRevealed else { return false }
                response.isModelAnswerRevealed = true
                return true
            }
        case (.questionSkipped(let skipped), .asking):
            return update(skipped.seat, skipped.question) { response in
                guard !response.isSkipped else { return false }
                response.isSkipped = true
                return true
            }
        case (.ended(let ended), .lobby), (.ended(let ended), .asking):
            phase = .ended(ended.reason)
            return true
        case (.opened, _), (.seatTaken, _), (.questionAsked, _), (.answered, _), (.questionSkipped, _),
            (.ended, _):
            return false
        }
    }

    private mutating func record(_ answered: Event.Answered) -> Bool {
        update(answered.seat, answered.question) { response in
            guard answered.attempt == response.attempts + 1 else { return false }
            response.attempts += 1
            if (response.best?.coverage ?? -1) < answered.mark.coverage { response.best = answered.mark }
            return true
        }
    }

    private mutating func update(
        _ seat: SeatID, _ question: Int, _ change: (inout Response) -> Bool
    ) -> Bool {
        guard self.seat(seat) != nil, questions.indices.contains(question) else { return false }
        return change(&responses[ResponseKey(seat: seat, question: question), default: Response()])
    }
}
