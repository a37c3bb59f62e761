extension Event {
    /// What a seat is called or may do became another. What is `nil` stays as it was.
    public struct SeatChanged: Hashable, Sendable, Codable {
        /// Whom it concerns.
        public var seat: SeatID
        /// Who asked for it.
        public var by: SeatID
        public var ref: Reference
        public var name: SeatName?
        public var role: Seat.Role?
        public var standing: Seat.Standing?
        public var isMuted: Bool?
        /// The seat becomes a host by itself because none was there: who is there no log knows, so this is believed.
        public var isTakeOver: Bool?

        public init(
            seat: SeatID, by: SeatID, ref: Reference, name: SeatName? = nil, role: Seat.Role? = nil,
            standing: Seat.Standing? = nil, isMuted: Bool? = nil, isTakeOver: Bool? = nil
        ) {
            self.seat = seat
            self.by = by
            self.ref = ref
            self.name = name
            self.role = role
            self.standing = standing
            self.isMuted = isMuted
            self.isTakeOver = isTakeOver
        }
    }

    /// Nobody may come any more, or everybody with the code may again.
    public struct RoomLocked: Hashable, Sendable, Codable {
        public var by: SeatID
        public var ref: Reference
        public var isLocked: Bool

        public init(by: SeatID, ref: Reference, isLocked: Bool) {
            self.by = by
            self.ref = ref
            self.isLocked = isLocked
        }
    }

    /// What everybody said to a question is shown to everybody.
    public struct BoardRevealed: Hashable, Sendable, Codable {
        public var question: Int
        /// `nil` where the time decided.
        public var by: SeatID?
        public var ref: Reference?

        public init(question: Int, by: SeatID? = nil, ref: Reference? = nil) {
            self.question = question
            self.by = by
            self.ref = ref
        }
    }

    /// A host's decision about a verdict. It stands beside the matcher's.
    public struct Ruled: Hashable, Sendable, Codable {
        public var by: SeatID
        public var ref: Reference
        /// Whose answer it is.
        public var seat: SeatID
        public var question: Int
        public var attempt: Int
        /// ``KeyPoint/id``
        public var point: String
        /// Whether the answer says the point after all.
        public var isSaid: Bool
        /// The words that say it; may be empty.
        public var ranges: [TextRange]
        public var isWithdrawn: Bool
        /// It follows from the ruling that was asked for, about the same words of somebody else.
        public var isAlso: Bool?
        /// For how many others it was made at the same time, where it was to hold for everybody.
        public var others: Int?

        public init(
            by: SeatID, ref: Reference, seat: SeatID, question: Int, attempt: Int, point: String,
            isSaid: Bool, ranges: [TextRange] = [], isWithdrawn: Bool = false, isAlso: Bool? = nil,
            others: Int? = nil
        ) {
            self.by = by
            self.ref = ref
            self.seat = seat
            self.question = question
            self.attempt = attempt
            self.point = point
            self.isSaid = isSaid
            self.ranges = ranges
            self.isWithdrawn = isWithdrawn
            self.isAlso = isAlso
            self.others = others
        }
    }

    /// Somebody who follows the hot seat heard a key point, or takes that back.
    public struct Ticked: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var ref: Reference
        public var question: Int
        /// ``KeyPoint/id``
        public var point: String
        public var isSaid: Bool

        public init(seat: SeatID, ref: Reference, question: Int, point: String, isSaid: Bool) {
            self.seat = seat
            self.ref = ref
            self.question = question
            self.point = point
            self.isSaid = isSaid
        }
    }

    /// Something was said in the room's chat.
    public struct Said: Hashable, Sendable, Codable {
        public enum Circle: String, Hashable, Sendable, Codable, CaseIterable {
            case hosts
        }

        public var seat: SeatID
        public var ref: Reference
        public var text: String
        /// `nil`: everybody.
        public var to: Circle?

        public init(seat: SeatID, ref: Reference, text: String, to: Circle? = nil) {
            self.seat = seat
            self.ref = ref
            self.text = text
            self.to = to
        }
    }

    /// Something that was said is pinned or taken away, or no longer. What is `nil` stays as it was.
    public struct ChatChanged: Hashable, Sendable, Codable {
        public var by: SeatID
        public var ref: Reference
        /// The ``RecordedEvent/seq`` of what was said.
        public var message: Int
        public var isPinned: Bool?
        public var isTakenAway: Bool?

        public init(
            by: SeatID, ref: Reference, message: Int, isPinned: Bool? = nil, isTakenAway: Bool? = nil
        ) {
            self.by = by
            self.ref = ref
            self.message = message
            self.isPinned = isPinned
            self.isTakenAway = isTakenAway
        }
    }
}
