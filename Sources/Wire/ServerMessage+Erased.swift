public import Interviews

extension ServerMessage {
    /// Transcripts are deleted for good.
    public struct Erased: Hashable, Sendable, Codable {
        public var ref: Reference
        /// Absent: everything that was the visitor's.
        public var interview: InterviewID?

        public init(ref: Reference, interview: InterviewID?) {
            (self.ref, self.interview) = (ref, interview)
        }
    }
}
