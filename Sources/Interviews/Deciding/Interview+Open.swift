import Marking
public import QuestionBank

extension Interview {
    /// The events that open an interview of questions drawn from a bank and ask the first.
    ///
    /// - Parameters:
    ///   - seat: the candidate's, with the digest of the secret that will hold it.
    ///   - visitor: digest of the secret by which the visitor who opens it is known.
    public static func open(
        _ settings: Settings, from bank: Bank, seat tokenDigest: String, visitor: String? = nil,
        ref: Reference?
    ) throws(Refusal) -> [Event] {
        try check(settings, in: bank)
        return try open(
            settings, bank.choose(settings), topics: bank.topics, bank: bank.hash, seat: tokenDigest,
            visitor: visitor, ref: ref)
    }

    /// The events that open an interview of exactly these questions.
    public static func open(
        _ settings: Settings, _ choice: Choice, topics: [Topic], bank: String, seat tokenDigest: String,
        visitor: String?, ref: Reference?
    ) throws(Refusal) -> [Event] {
        guard settings.seed.utf16.count <= Settings.maximumSeedLength else { throw .seedTooLong }
        if let limit = settings.limit, !Settings.TimeLimit.allowedSeconds.contains(limit.seconds) {
            throw .timeOutOfRange
        }
        let questions = choice.questions.map(\.withoutSamples)
        guard !questions.isEmpty else { throw .noQuestions }
        let alternatives = choice.alternatives?.map { $0.map(\.withoutSamples) }
        let used = Set(questions.map(\.topic))
        let seat = Seat(id: SeatID("c1"), role: .candidate, tokenDigest: tokenDigest)
        return [
            .opened(
                Event.Opened(
                    settings: settings, bank: bank, topics: topics.filter { used.contains($0.id) },
                    questions: questions, alternatives: alternatives, visitor: visitor)),
            .seatTaken(Event.SeatTaken(seat: seat, ref: ref)),
            .questionAsked(Event.QuestionAsked(question: 0, level: alternatives == nil ? nil : .medium)),
        ]
    }

    private static func check(_ settings: Settings, in bank: Bank) throws(Refusal) {
        if let count = settings.count, !(1...Settings.maximumCount).contains(count) { throw .countOutOfRange }
        if let unknown = settings.topics.first(where: { id in !bank.topics.contains { $0.id == id } }) {
            throw .unknownTopic(unknown)
        }
        guard settings.weights.values.allSatisfy((1...Settings.maximumWeight).contains) else {
            throw .weightOutOfRange
        }
    }
}

extension Question {
    /// Sample answers test the bank; an interview has no use for them and keeps its questions for ever.
    fileprivate var withoutSamples: Question {
        var question = self
        question.samples = []
        return question
    }

    /// The question with nothing to say but these points. Misconceptions stay: they are to be avoided all the same.
    public func asking(only points: Set<String>) -> Question {
        var question = self
        question.keyPoints = keyPoints.filter { points.contains($0.id) || $0.isMisconception }
        return question
    }
}
