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
        room: RoomSetup? = nil, ref: Reference?
    ) throws(Refusal) -> [Event] {
        try check(settings, in: bank)
        return try open(
            settings, bank.choose(settings), topics: bank.topics, bank: bank.hash, seat: tokenDigest,
            visitor: visitor, room: room, ref: ref)
    }

    /// The events that open an interview of exactly these questions.
    public static func open(
        _ settings: Settings, _ choice: Choice, topics: [Topic], bank: String, seat tokenDigest: String,
        visitor: String?, room: RoomSetup? = nil, ref: Reference?
    ) throws(Refusal) -> [Event] {
        guard settings.seed.utf16.count <= Settings.maximumSeedLength else { throw .seedTooLong }
        if let limit = settings.limit, !Settings.TimeLimit.allowedSeconds.contains(limit.seconds) {
            throw .timeOutOfRange
        }
        let questions = choice.questions.map(\.asAsked)
        guard !questions.isEmpty else { throw .noQuestions }
        let alternatives = choice.alternatives?.map { $0.map(\.asAsked) }
        let used = Set(questions.map(\.topic))
        let opened = Event.opened(
            Event.Opened(
                settings: settings, bank: bank, topics: topics.filter { used.contains($0.id) },
                questions: questions, alternatives: alternatives, visitor: visitor, room: room?.rules,
                code: room?.code))
        guard let room else {
            let seat = Seat(id: SeatID("c1"), role: .candidate, tokenDigest: tokenDigest)
            return [
                opened, .seatTaken(Event.SeatTaken(seat: seat, ref: ref)),
                .questionAsked(Event.QuestionAsked(question: 0, level: alternatives == nil ? nil : .medium)),
            ]
        }
        guard alternatives == nil else { throw .notAdaptive }
        guard (0...RoomRules.maximumReview).contains(room.rules.reviewSeconds) else { throw .timeOutOfRange }
        let host = Seat(
            id: SeatID("h1"), role: .host, tokenDigest: tokenDigest, name: room.hostName,
            realName: room.hostRealName, visitor: visitor)
        return [opened, .seatTaken(Event.SeatTaken(seat: host, ref: ref))]
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

/// What an interview for several is opened with.
public struct RoomSetup: Hashable, Sendable {
    public var rules: RoomRules
    public var code: RoomCode
    public var hostName: SeatName?
    public var hostRealName: SeatName?

    public init(rules: RoomRules, code: RoomCode, hostName: SeatName?, hostRealName: SeatName? = nil) {
        self.rules = rules
        self.code = code
        self.hostName = hostName
        self.hostRealName = hostRealName
    }
}

extension Question {
    /// Sample answers test the bank; an interview has no use for them and keeps its questions for ever.
    var asAsked: Question {
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

    /// The question about these points alone, asked by the follow-up questions that its author wrote for them; none of
    /// these is asked back once more.
    public func askingAgain(_ points: Set<String>) -> Question {
        var question = asking(only: points)
        let probes = question.keyPoints.compactMap { $0.isMisconception ? nil : $0.probe }
        guard !probes.isEmpty else { return question }
        // As a list, so that they are no parts of the question itself.
        question.prompt += "\n\n" + probes.map { "- " + $0 }.joined(separator: "\n")
        for index in question.keyPoints.indices { question.keyPoints[index].probe = nil }
        return question
    }
}
