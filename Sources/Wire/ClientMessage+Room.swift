public import Interviews

/// What is asked of rooms: interviews that were opened for several.
extension ClientMessage {
    /// How a room goes, in `open`.
    public struct Room: Hashable, Sendable, Codable {
        public var progression: RoomRules.Progression
        public var form: RoomRules.Form?
        public var names: RoomRules.Names?
        public var answers: RoomRules.Answers?
        public var chat: Bool?
        public var advances: Bool?
        @BoundedIfPresent<ReviewSeconds> public var reviewSeconds: Int?
        /// 1...``maximumPassword`` UTF-16 code units.
        public var password: String?
        /// What its host is called.
        public var name: String?
        public var realName: String?
        /// The operator's, where only those who know it may open rooms.
        public var key: String?

        /// In UTF-16 code units.
        public static let maximumPassword = 200

        public init(progression: RoomRules.Progression, name: String? = nil) {
            self.progression = progression
            self.name = name
        }
    }

    /// Takes a seat in a room. Asked for again with the same secret, anywhere, it is the same seat.
    public struct Join: Hashable, Sendable, Codable {
        public var ref: Reference
        /// As people write it: in any case, with or without the hyphen.
        public var code: String
        /// Drawn by the client.
        public var secret: SeatSecret
        /// A spectator needs none.
        public var name: String?
        /// Only hosts are told.
        public var realName: String?
        /// `candidate` where it is absent. Nobody joins as a host.
        public var role: Seat.Role?
        public var password: String?

        public init(ref: Reference, code: String, secret: SeatSecret, name: String? = nil) {
            self.ref = ref
            self.code = code
            self.secret = secret
            self.name = name
        }
    }

    public struct Lock: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var locked: Bool

        public init(ref: Reference, interview: InterviewID, locked: Bool) {
            self.ref = ref
            self.interview = interview
            self.locked = locked
        }
    }

    /// Changes what a seat is called or may do; what is absent stays as it is.
    public struct Change: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var seat: SeatID
        public var name: String?
        public var role: Seat.Role?
        public var standing: Seat.Standing?
        public var muted: Bool?

        public init(
            ref: Reference, interview: InterviewID, seat: SeatID, name: String? = nil, role: Seat.Role? = nil,
            standing: Seat.Standing? = nil, muted: Bool? = nil
        ) {
            self.ref = ref
            self.interview = interview
            self.seat = seat
            self.name = name
            self.role = role
            self.standing = standing
            self.muted = muted
        }
    }

    /// A host decides about a verdict of somebody's attempt.
    public struct Rule: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var seat: SeatID
        @Bounded<QuestionIndex> public var question: Int
        @Bounded<AttemptNumber> public var attempt: Int
        /// ``KeyPoint/id``
        public var point: String
        public var said: Bool
        public var ranges: [TextRange]?
        public var withdrawn: Bool?
        /// For everybody who said it in the same words, as long as the question is the one at hand.
        public var everybody: Bool?

        public init(
            ref: Reference, interview: InterviewID, seat: SeatID, question: Int, attempt: Int, point: String,
            said: Bool, ranges: [TextRange]? = nil, withdrawn: Bool? = nil, everybody: Bool? = nil
        ) {
            self.ref = ref
            self.interview = interview
            self.seat = seat
            self.question = question
            self.attempt = attempt
            self.point = point
            self.said = said
            self.ranges = ranges
            self.withdrawn = withdrawn
            self.everybody = everybody
        }
    }

    /// Has heard a key point from the hot seat, or takes that back.
    public struct Tick: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        @Bounded<QuestionIndex> public var question: Int
        /// ``KeyPoint/id``
        public var point: String
        public var said: Bool

        public init(ref: Reference, interview: InterviewID, question: Int, point: String, said: Bool) {
            self.ref = ref
            self.interview = interview
            self.question = question
            self.point = point
            self.said = said
        }
    }

    /// Says something in the room's chat.
    public struct Say: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var text: String
        /// Everybody where it is absent.
        public var to: Event.Said.Circle?

        public init(ref: Reference, interview: InterviewID, text: String, to: Event.Said.Circle? = nil) {
            self.ref = ref
            self.interview = interview
            self.text = text
            self.to = to
        }
    }

    /// Pins what was said, or takes it away. What is absent stays as it is.
    public struct Moderate: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        /// The `seq` of what was said.
        @Bounded<ChangeNumber> public var message: Int
        public var pinned: Bool?
        public var takenAway: Bool?

        public init(
            ref: Reference, interview: InterviewID, message: Int, pinned: Bool? = nil, takenAway: Bool? = nil
        ) {
            self.ref = ref
            self.interview = interview
            self.message = message
            self.pinned = pinned
            self.takenAway = takenAway
        }
    }

    public struct AboutSeat: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var seat: SeatID

        public init(ref: Reference, interview: InterviewID, seat: SeatID) {
            self.ref = ref
            self.interview = interview
            self.seat = seat
        }
    }

    /// A host wants to read somebody's answers to a question.
    public struct RowWanted: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var seat: SeatID
        @Bounded<QuestionIndex> public var question: Int

        public init(ref: Reference, interview: InterviewID, seat: SeatID, question: Int) {
            self.ref = ref
            self.interview = interview
            self.seat = seat
            self.question = question
        }
    }

    /// Wants a seat's report: one's own where none is named.
    public struct ReportWanted: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var seat: SeatID?

        public init(ref: Reference, interview: InterviewID, seat: SeatID? = nil) {
            self.ref = ref
            self.interview = interview
            self.seat = seat
        }
    }

    /// What somebody is doing. Nothing is kept of it, and nothing comes back.
    public struct Status: Hashable, Sendable, Codable {
        public var interview: InterviewID
        public var status: Doing

        public init(interview: InterviewID, status: Doing) {
            self.interview = interview
            self.status = status
        }

        public enum Doing: String, Hashable, Sendable, Codable, CaseIterable {
            case writing, idle
            /// The page is out of sight.
            case away
        }
    }
}
