public import Marking
public import QuestionBank

extension Interview {
    /// The events that open an interview and ask its first question.
    ///
    /// - Parameter tokenDigest: SHA-256 of the secret that will hold the seat, lower-case hexadecimal.
    public static func open(
        _ settings: Settings, from bank: Bank, tokenDigest: String, ref: Reference?
    ) throws(Refusal) -> [Event] {
        guard (1...Settings.maximumCount).contains(settings.count) else { throw .countOutOfRange }
        guard settings.seed.utf16.count <= Settings.maximumSeedLength else { throw .seedTooLong }
        if let unknown = settings.topics.first(where: { id in !bank.topics.contains { $0.id == id } }) {
            throw .unknownTopic(unknown)
        }
        let questions = bank.choose(settings).map(\.withoutSamples)
        guard !questions.isEmpty else { throw .noQuestions }
        let used = Set(questions.map(\.topic))
        let seat = Seat(id: SeatID("c1"), role: .candidate, tokenDigest: tokenDigest)
        return [
            .opened(
                Event.Opened(
                    settings: settings, bank: bank.hash, topics: bank.topics.filter { used.contains($0.id) },
                    questions: questions)),
            .seatTaken(Event.SeatTaken(seat: seat, ref: ref)),
            .questionAsked(Event.QuestionAsked(question: 0)),
        ]
    }

    /// Checks a command against the state. Changes nothing; what it returns counts once it is committed.
    ///
    /// - Parameter mark: marks an answer to a question. Called at most once, and only if the answer is accepted.
    public func decide(
        _ command: Command, by seat: SeatID, ref: Reference, marking mark: (Question, String) -> Mark
    ) throws(Refusal) -> Decision {
        if let seq = requests[RequestKey(seat: seat, ref: ref)] { return .repeated(seq: seq) }
        guard let role = self.seat(seat)?.role, role != .spectator else { throw .notSeated }
        switch (command, phase) {
        case (_, .notOpened):
            throw .notSeated
        case (.answer(let question, let text), .asking(let current)):
            guard question == current else { throw .notAsked(question: question) }
            let answered = try answer(question, text, seat, ref, mark)
            return .commit([.answered(answered)])
        case (.reveal(let question), _):
            guard isDealtWith(question, by: seat) else { throw .notAnswered(question: question) }
            return .commit([
                .modelAnswerRevealed(Event.ModelAnswerRevealed(seat: seat, ref: ref, question: question))
            ])
        case (.skip(let question), .asking(let current)):
            guard question == current else { throw .notAsked(question: question) }
            let skipped = Event.QuestionSkipped(seat: seat, ref: ref, question: question)
            return .commit([.questionSkipped(skipped)] + moveOn(from: question, seat: nil, ref: nil))
        case (.next(let question), .asking(let current)):
            guard question == current else { throw .notAsked(question: question) }
            guard isDealtWith(question, by: seat) else { throw .notAnswered(question: question) }
            return .commit(moveOn(from: question, seat: seat, ref: ref))
        case (.answer(let question, _), .lobby), (.skip(let question), .lobby), (.next(let question), .lobby):
            throw .notAsked(question: question)
        case (.end, .lobby), (.end, .asking):
            return .commit([.ended(Event.Ended(reason: reasonToEnd(for: seat), seat: seat, ref: ref))])
        case (.answer, .ended), (.skip, .ended), (.next, .ended), (.end, .ended):
            throw .ended
        }
    }

    /// What comes after a question: the next one, or the end.
    private func moveOn(from question: Int, seat: SeatID?, ref: Reference?) -> [Event] {
        if questions.indices.contains(question + 1) {
            [.questionAsked(Event.QuestionAsked(question: question + 1, seat: seat, ref: ref))]
        } else {
            [.ended(Event.Ended(reason: .finished, seat: seat, ref: ref))]
        }
    }

    private func answer(
        _ question: Int, _ text: String, _ seat: SeatID, _ ref: Reference, _ mark: (Question, String) -> Mark
    ) throws(Refusal) -> Event.Answered {
        guard text.utf16.count <= Self.maximumAnswerLength else { throw .answerTooLong }
        guard text.unicodeScalars.contains(where: \.isVisible) else { throw .emptyAnswer }
        return Event.Answered(
            seat: seat, ref: ref, question: question,
            attempt: response(of: seat, to: question).attempts + 1, text: text,
            mark: mark(questions[question], text))
    }

    private func isDealtWith(_ question: Int, by seat: SeatID) -> Bool {
        let response = response(of: seat, to: question)
        return response.isSkipped || response.attempts > 0
    }

    /// Ending after the last answer is finishing, not leaving.
    private func reasonToEnd(for seat: SeatID) -> Event.Ended.Reason {
        guard case .asking(let current) = phase, current == questions.count - 1,
            isDealtWith(current, by: seat)
        else { return .left }
        return .finished
    }
}

extension Question {
    /// Sample answers test the bank; an interview has no use for them and keeps its questions for ever.
    fileprivate var withoutSamples: Question {
        var question = self
        question.samples = []
        return question
    }
}

extension Unicode.Scalar {
    /// Something that a person can see: neither white space nor a control or formatting character.
    fileprivate var isVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator:
            false
        default:
            !properties.isWhitespace
        }
    }
}
