extension Event {
    public struct QuestionReopened: Hashable, Sendable, Codable {
        public var question: Int
        /// Who asked for it, if anybody did.
        public var seat: SeatID?
        public var ref: Reference?

        public init(question: Int, seat: SeatID? = nil, ref: Reference? = nil) {
            self.question = question
            self.seat = seat
            self.ref = ref
        }
    }

    /// The clock stops or goes on.
    public struct ClockChanged: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var ref: Reference

        public init(seat: SeatID, ref: Reference) {
            self.seat = seat
            self.ref = ref
        }
    }

    public struct TimeExtended: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var ref: Reference
        public var seconds: Int

        public init(seat: SeatID, ref: Reference, seconds: Int) {
            self.seat = seat
            self.ref = ref
            self.seconds = seconds
        }
    }

    public struct AnswersClosed: Hashable, Sendable, Codable {
        /// The question that was being answered.
        public var question: Int

        public init(question: Int) {
            self.question = question
        }
    }
}
