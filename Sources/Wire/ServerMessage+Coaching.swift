public import Interviews

extension ServerMessage {
    /// The interviewer asks back.
    public struct Probed: Hashable, Sendable, Codable {
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var question: Int
        /// The attempt that it follows.
        public var attempt: Int
        /// ``KeyPoint/id``
        public var point: String
        public var text: String
    }

    public struct Hinted: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var question: Int
        /// ``KeyPoint/id``
        public var point: String
        /// 1...``Hint/steps``
        public var step: Int
        public var text: String
        /// How many hints can still be had.
        public var left: Int
    }

    /// The candidate's own ruling on a verdict. It stands beside the matcher's.
    public struct Disputed: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var question: Int
        public var attempt: Int
        /// ``KeyPoint/id``
        public var point: String
        public var ranges: [TextRange]
        public var withdrawn: Bool
        /// The question's coverage with all rulings that stand now; absent where there is none.
        public var own: Double?
        /// The other attempts that have the same words, where it stands too.
        public var also: [Int]?
        /// The closing report as it is now, where the interview is over and this happens just now.
        public var report: ReportView?
    }
}
