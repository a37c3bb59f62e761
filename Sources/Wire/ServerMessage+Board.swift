public import Interviews
package import Marking
package import QuestionBank

/// The board: people and key points of the question at hand, for hosts.
extension ServerMessage {
    /// The whole board, in pages: when a question is asked, and to a host who comes in.
    public struct Board: Hashable, Sendable, Codable {
        public var interview: InterviewID
        public var question: Int
        /// Another page follows.
        public var more: Bool
        public var points: [Point]
        /// Of which points some are enough; absent where there is no such group.
        public var groups: [Group]?
        public var rows: [Row]
        public var totals: Totals?

        package init(
            interview: InterviewID, question: Int, more: Bool, points: [Point], groups: [Group]?,
            rows: [Row], totals: Totals?
        ) {
            self.interview = interview
            self.question = question
            self.more = more
            self.points = points
            self.groups = groups
            self.rows = rows
            self.totals = totals
        }

        /// "Any 2 of 4": a row of its own, in place of its points.
        public struct Group: Hashable, Sendable, Codable {
            /// How many of its points are enough.
            public var needed: Int

            /// `nil` where a question has none.
            package static func all(of question: Question) -> [Group]? {
                let groups = Tally(nil, in: question.rubric).groups
                return groups.isEmpty ? nil : groups.map { Group(needed: $0.needed) }
            }
        }

        public struct Point: Hashable, Sendable, Codable {
            /// ``KeyPoint/id``
            public var id: String
            public var head: String
            public var gist: String
            public var weight: Double
            public var required: Bool
            public var misconception: Bool
            /// Its place in ``Board/groups``; absent where the point stands alone.
            public var group: Int?

            package init(_ point: KeyPoint) {
                (id, head, gist) = (point.id, point.head, point.gist)
                (weight, required, misconception) = (point.weight, point.isRequired, point.isMisconception)
                group = point.isMisconception ? nil : point.group
            }
        }

        /// One candidate's.
        public struct Row: Hashable, Sendable, Codable {
            public var seat: SeatID
            public var status: Status
            /// The question that the seat is at.
            public var question: Int
            /// Of the best attempt, a letter for each point in their order: `h`it, `p`artial, `m`issed, `c`ontradicted;
            /// of a misconception `x` where it is held, else `-`. Empty before there is an attempt.
            public var verdicts: String
            public var coverage: Double?
            /// ``coverage`` with the rulings that stand.
            public var own: Double?
            public var attempts: Int
            public var hints: Int
            public var late: Bool
            /// The points that wait for a ruling.
            public var disputes: [String]
            public var here: Bool
            /// The page is out of sight.
            public var away: Bool
            /// Has not typed for a while, though there is something to answer.
            public var stuck: Bool

            package init(
                seat: SeatID, status: Status, question: Int, verdicts: String = "", coverage: Double? = nil,
                own: Double? = nil, attempts: Int = 0, hints: Int = 0, late: Bool = false,
                disputes: [String] = [], here: Bool = false, away: Bool = false, stuck: Bool = false
            ) {
                self.seat = seat
                self.status = status
                self.question = question
                self.verdicts = verdicts
                self.coverage = coverage
                self.own = own
                self.attempts = attempts
                self.hints = hints
                self.late = late
                self.disputes = disputes
                self.here = here
                self.away = away
                self.stuck = stuck
            }
        }

        public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
            case waiting, writing, done, late, skipped
            /// Has come to the end, where each moves on alone.
            case finished
        }
    }

    /// The rows that changed, gathered for a moment.
    public struct Cells: Hashable, Sendable, Codable {
        public var interview: InterviewID
        public var question: Int
        public var rows: [Board.Row]
        public var totals: Totals

        package init(interview: InterviewID, question: Int, rows: [Board.Row], totals: Totals) {
            self.interview = interview
            self.question = question
            self.rows = rows
            self.totals = totals
        }
    }

    /// How far the room is with a question.
    public struct Totals: Hashable, Sendable, Codable {
        /// Absent inside a `board` or `cells`.
        public var interview: InterviewID?
        public var question: Int
        /// How many have answered or skipped it.
        public var done: Int
        /// How many count: those who have, and those who are here and may.
        public var of: Int
        /// To hosts, and to everybody once the question was shown.
        public var points: [OfPoint]?

        public struct OfPoint: Hashable, Sendable, Codable {
            public var id: String
            public var hit: Int
            public var partial: Int
            public var missed: Int

            package init(id: String, hit: Int, partial: Int, missed: Int) {
                self.id = id
                self.hit = hit
                self.partial = partial
                self.missed = missed
            }
        }

        package init(
            interview: InterviewID? = nil, question: Int, done: Int, of: Int, points: [OfPoint]? = nil
        ) {
            self.interview = interview
            self.question = question
            self.done = done
            self.of = of
            self.points = points
        }
    }

    /// Somebody's answers to a question, in full, for hosts.
    public struct Row: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var seat: SeatID
        public var question: Int
        /// The latest ``most``, the oldest first.
        public var attempts: [Attempt]
        /// The coverage with the rulings that stand, where there are any.
        public var own: Double?

        /// How many attempts are told.
        public static let most = 8

        public struct Attempt: Hashable, Sendable, Codable {
            public var attempt: Int
            public var text: String
            public var mark: MarkView
            public var late: Bool
            public var at: String
            /// The points that were ruled to be said.
            public var ruled: [String]
            /// What waits for a ruling; absent where nothing does.
            public var claims: [Claim]?
        }

        /// "I did say that", about a point.
        public struct Claim: Hashable, Sendable, Codable {
            public var point: String
            /// The words that were chosen; none means the whole answer.
            public var ranges: [TextRange]
        }
    }
}
