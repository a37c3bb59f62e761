public import Interviews
public import QuestionBank

extension ServerMessage {
    /// What is still to be asked changed. All are told how many questions there are; hosts have the `plan` besides.
    public struct Planned: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        /// How many questions the interview has now.
        public var count: Int
    }

    /// What is still to be asked, for hosts: to whoever comes in, and when it changes. A state and no change of the log.
    public struct Plan: Hashable, Sendable, Codable {
        public var interview: InterviewID
        /// Index of the first of these questions in the interview.
        public var from: Int
        public var questions: [PlannedQuestion]

        package init(_ interview: Interview) {
            self.interview = interview.id
            from = interview.front
            questions = interview.planned.map { PlannedQuestion($0, topics: interview.opening?.topics ?? []) }
        }
    }

    /// What a host has found in the bank.
    public struct FoundQuestions: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        /// The first ``most`` of them.
        public var questions: [PlannedQuestion]
        /// How many there are.
        public var count: Int

        public static let most = 20

        package init(ref: Reference, interview: InterviewID, questions: [PlannedQuestion], count: Int) {
            self.ref = ref
            self.interview = interview
            self.questions = questions
            self.count = count
        }
    }

    /// A question as a host chooses it.
    public struct PlannedQuestion: Hashable, Sendable, Codable {
        public var id: String
        public var topic: TopicName
        public var difficulty: Difficulty?
        /// The beginning of the prompt, in Markdown.
        public var prompt: String
        /// What it is written in, as a BCP 47 code; absent for English.
        public var lang: String?
        /// How many key points it has.
        public var points: Int

        /// In characters.
        static let longestPrompt = 300

        package init(_ question: Question, topics: [Topic]) {
            id = question.id
            let title = topics.first { $0.id == question.topic }?.title
            topic = TopicName(id: question.topic, title: title ?? question.topic)
            difficulty = question.difficulty
            prompt =
                question.prompt.count <= Self.longestPrompt
                ? question.prompt : question.prompt.prefix(Self.longestPrompt - 1) + "…"
            lang = question.language
            points = question.keyPoints.count
        }
    }
}
