public import Interviews

/// How hosts change what is still to be asked in a room. Each of these is answered with `planned`.
extension ClientMessage {
    /// Puts a question of the server's bank among those to come.
    public struct AddQuestion: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        /// ``Question/id``
        public var id: String
        /// Its index in the interview; behind all others where it is absent.
        @BoundedIfPresent<QuestionIndex> public var to: Int?

        public init(ref: Reference, interview: InterviewID, id: String, to: Int? = nil) {
            self.ref = ref
            self.interview = interview
            self.id = id
            self.to = to
        }
    }

    /// Puts a question that a host has just written among those to come.
    public struct TypeQuestion: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        /// In Markdown, 1...2000 UTF-16 code units.
        public var prompt: String
        /// At most 20 of at most 300 UTF-16 code units; `Head: what it says`, or all in one.
        public var points: [String]?
        /// As in ``AddQuestion/to``.
        @BoundedIfPresent<QuestionIndex> public var to: Int?

        public init(
            ref: Reference, interview: InterviewID, prompt: String, points: [String]? = nil, to: Int? = nil
        ) {
            self.ref = ref
            self.interview = interview
            self.prompt = prompt
            self.points = points
            self.to = to
        }
    }

    public struct MoveQuestion: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        /// ``Question/id``
        public var id: String
        /// Its index in the interview from then on.
        @Bounded<QuestionIndex> public var to: Int

        public init(ref: Reference, interview: InterviewID, id: String, to: Int) {
            self.ref = ref
            self.interview = interview
            self.id = id
            self.to = to
        }
    }

    public struct RemoveQuestion: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        /// ``Question/id``
        public var id: String

        public init(ref: Reference, interview: InterviewID, id: String) {
            self.ref = ref
            self.interview = interview
            self.id = id
        }
    }

    /// Looks in the server's bank for questions to add.
    public struct FindQuestions: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        /// Words that all have to be in a question, its topic or its key points; at most ``longest`` UTF-16 code units.
        /// Empty for all of the topic.
        public var text: String
        /// ``Topic/id``; all topics where it is absent.
        public var topic: String?

        /// In UTF-16 code units.
        public static let longest = 200

        public init(ref: Reference, interview: InterviewID, text: String, topic: String? = nil) {
            self.ref = ref
            self.interview = interview
            self.text = text
            self.topic = topic
        }
    }
}
