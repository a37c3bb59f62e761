public import Interviews

/// What is told in rooms, beside what every interview tells.
extension ServerMessage {
    /// Who is in the room: all, in pages, to whoever comes in; later those of whom something changed. A state and no
    /// change of the log, unless it replies to a request.
    public struct Seats: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int?
        public var at: String?
        /// These are all of them, or a page of all.
        public var whole: Bool
        /// Another page follows.
        public var more: Bool
        public var seats: [SeatView]
        public var locked: Bool

        package init(
            ref: Reference? = nil, interview: InterviewID, seq: Int? = nil, at: String? = nil,
            whole: Bool = false, more: Bool = false, seats: [SeatView], locked: Bool
        ) {
            self.ref = ref
            self.interview = interview
            self.seq = seq
            self.at = at
            self.whole = whole
            self.more = more
            self.seats = seats
            self.locked = locked
        }
    }

    /// Who came, and whose last connection is gone.
    public struct Here: Hashable, Sendable, Codable {
        public var interview: InterviewID
        public var here: [SeatID]
        public var gone: [SeatID]

        package init(interview: InterviewID, here: [SeatID], gone: [SeatID]) {
            self.interview = interview
            self.here = here
            self.gone = gone
        }
    }

    /// The receiver's seat was taken away.
    public struct Gone: Hashable, Sendable, Codable {
        public var interview: InterviewID
        public var seat: SeatID
        public var reason: Reason

        public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
            case removed, banned
            /// Whose it was has deleted what they did in it.
            case erased

            package init(_ state: SeatState) {
                self = state.isErased ? .erased : state.standing == .banned ? .banned : .removed
            }
        }

        package init(interview: InterviewID, seat: SeatID, reason: Reason) {
            self.interview = interview
            self.seat = seat
            self.reason = reason
        }
    }

    public struct Locked: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var locked: Bool
    }

    /// Everybody sees what everybody said; the `phrases` follow.
    public struct Shown: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var question: Int
        /// The model answer in Markdown, where the room's rules let it be read now.
        public var answer: String?
    }

    /// What the room said to a question that was shown, by key point.
    public struct Phrases: Hashable, Sendable, Codable {
        /// Of whoever asked for them; absent where they come by themselves.
        public var ref: Reference?
        public var interview: InterviewID
        public var question: Int
        public var points: [OfPoint]
        /// Of which points some are enough; absent where there is no such group.
        public var groups: [OfGroup]?
        /// Where the model answer says the points, where the room's rules let it be read now.
        public var model: [Place]?

        /// Words of the model answer, as it stands in `shown`.
        public struct Place: Hashable, Sendable, Codable {
            /// ``KeyPoint/id``
            public var point: String
            /// In UTF-16 code units.
            public var start: Int
            public var end: Int

            package init(point: String, start: Int, end: Int) {
                (self.point, self.start, self.end) = (point, start, end)
            }
        }

        /// "Any 2 of 4", which is said by whoever says as many as are enough.
        public struct OfGroup: Hashable, Sendable, Codable {
            /// How many of its points are enough.
            public var needed: Int
            /// How many said that many.
            public var hit: Int
        }

        public struct OfPoint: Hashable, Sendable, Codable {
            /// ``KeyPoint/id``
            public var point: String
            public var head: String
            public var gist: String
            public var misconception: Bool
            /// How many said it; of a misconception: how many hold it.
            public var hit: Int
            public var partial: Int
            public var missed: Int
            /// In the candidates' own words, the best first, at most ``most``; none of a misconception.
            public var phrases: [Phrase]
            /// Its place in ``Phrases/groups``; absent where the point stands alone.
            public var group: Int?
        }

        public struct Phrase: Hashable, Sendable, Codable {
            /// Absent where names are hidden.
            public var seat: SeatID?
            public var name: String?
            public var text: String
        }

        /// How many phrases of a point are told.
        public static let most = 24
    }

    /// The receiver's mark, which could not be seen before the question was shown.
    public struct Marked: Hashable, Sendable, Codable {
        public var interview: InterviewID
        public var question: Int
        public var attempt: Int
        public var mark: MarkView
    }

    /// A host has decided about a verdict.
    public struct RuledOn: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var seat: SeatID
        public var question: Int
        public var attempt: Int
        /// ``KeyPoint/id``
        public var point: String
        public var said: Bool
        public var ranges: [TextRange]
        public var withdrawn: Bool
        /// The question's coverage with all rulings that stand now; absent where there is none.
        public var own: Double?
        /// For how many others it was made at the same time, where it was to hold for everybody.
        public var others: Int?
    }

    /// Somebody said something in the chat.
    public struct Said: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var seat: SeatID
        public var text: String
        /// Everybody where it is absent.
        public var to: Event.Said.Circle?
    }

    public struct Moderated: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        /// The `seq` of what was said.
        public var message: Int
        public var pinned: Bool?
        public var takenAway: Bool?
    }

    /// The receiver has come to the end, where each moves on alone.
    public struct Finished: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var question: Int
    }

    /// A host wonders how somebody is getting on. Nothing is kept of it.
    public struct Nudged: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        /// Who asks.
        public var by: SeatID
        /// Who is asked.
        public var seat: SeatID

        package init(ref: Reference, interview: InterviewID, by: SeatID, seat: SeatID) {
            self.ref = ref
            self.interview = interview
            self.by = by
            self.seat = seat
        }
    }

    /// A seat's report.
    public struct SeatReport: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var seat: SeatID
        public var report: ReportView

        package init(ref: Reference, interview: InterviewID, seat: SeatID, report: ReportView) {
            self.ref = ref
            self.interview = interview
            self.seat = seat
            self.report = report
        }
    }
}
