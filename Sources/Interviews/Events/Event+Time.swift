extension Event {
    public struct QuestionReopened: Hashable, Sendable, Codable {
        public var question: Int
        /// Who asked for it, if anybody did.
        public var seat: SeatID?
        public var ref: Reference?
        /// The question that was current when this was decided.
        public var from: Int?
        /// The only seat that it is asked, where each moves on alone.
        public var `for`: SeatID?

        public init(
            question: Int, seat: SeatID? = nil, ref: Reference? = nil, from: Int? = nil,
            for only: SeatID? = nil
        ) {
            self.question = question
            self.seat = seat
            self.ref = ref
            self.from = from
            self.for = only
        }
    }

    /// The clock stops or goes on.
    public struct ClockChanged: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var ref: Reference
        /// The question that was current when this was decided.
        public var question: Int?

        public init(seat: SeatID, ref: Reference, question: Int? = nil) {
            self.seat = seat
            self.ref = ref
            self.question = question
        }
    }

    public struct TimeExtended: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var ref: Reference
        public var seconds: Int
        /// The question that was current when this was decided.
        public var question: Int?
        /// The only seat that gets it; `nil` for all.
        public var `for`: SeatID?

        public init(
            seat: SeatID, ref: Reference, seconds: Int, question: Int? = nil, for only: SeatID? = nil
        ) {
            self.seat = seat
            self.ref = ref
            self.seconds = seconds
            self.question = question
            self.for = only
        }
    }

    public struct AnswersClosed: Hashable, Sendable, Codable {
        /// The question that was being answered.
        public var question: Int
        /// The only seat that it concerns; `nil` for all.
        public var `for`: SeatID?
        /// Who closed it; `nil` where time or the last answer did.
        public var seat: SeatID?
        public var ref: Reference?
        /// Everybody who counts has answered; the time is not up.
        public var isComplete: Bool?

        public init(
            question: Int, for only: SeatID? = nil, seat: SeatID? = nil, ref: Reference? = nil,
            isComplete: Bool? = nil
        ) {
            self.question = question
            self.for = only
            self.seat = seat
            self.ref = ref
            self.isComplete = isComplete
        }
    }
}
