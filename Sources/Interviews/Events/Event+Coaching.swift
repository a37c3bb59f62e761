extension Event {
    public struct Probed: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var question: Int
        /// The attempt that it follows.
        public var attempt: Int
        /// The key point that it asks about.
        public var point: String
        public var text: String

        public init(seat: SeatID, question: Int, attempt: Int, point: String, text: String) {
            self.seat = seat
            self.question = question
            self.attempt = attempt
            self.point = point
            self.text = text
        }
    }

    public struct HintTaken: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var ref: Reference
        public var question: Int
        public var hint: Hint

        public init(seat: SeatID, ref: Reference, question: Int, hint: Hint) {
            self.seat = seat
            self.ref = ref
            self.question = question
            self.hint = hint
        }
    }

    public struct Disputed: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var ref: Reference
        public var question: Int
        public var attempt: Int
        /// The key point whose verdict is disputed.
        public var point: String
        /// The words that say it, as the candidate marked them; may be empty.
        public var ranges: [TextRange]
        public var isWithdrawn: Bool

        public init(
            seat: SeatID, ref: Reference, question: Int, attempt: Int, point: String, ranges: [TextRange],
            isWithdrawn: Bool
        ) {
            self.seat = seat
            self.ref = ref
            self.question = question
            self.attempt = attempt
            self.point = point
            self.ranges = ranges
            self.isWithdrawn = isWithdrawn
        }
    }
}

/// A place in an attempt's text.
public struct TextRange: Hashable, Sendable, Codable {
    /// Offset of the first UTF-16 code unit.
    public var start: Int
    /// Offset after the last UTF-16 code unit.
    public var end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}
