public import QuestionBank

extension Event {
    /// The questions that are still to be asked are others from now on.
    public struct PlanChanged: Hashable, Sendable, Codable {
        public var by: SeatID
        public var ref: Reference
        /// Index of the first question that changes: it was not asked yet.
        public var from: Int
        /// All that come from there on, in the order in which they are asked.
        public var questions: [Question]
        /// The number of the change before it, where there was one: two changes at the same time do not undo each other.
        public var after: Int?
        /// The topics of these questions that the interview did not have.
        public var topics: [Topic]?

        public init(
            by: SeatID, ref: Reference, from: Int, questions: [Question], after: Int? = nil,
            topics: [Topic]? = nil
        ) {
            self.by = by
            self.ref = ref
            self.from = from
            self.questions = questions
            self.after = after
            self.topics = topics
        }
    }
}
