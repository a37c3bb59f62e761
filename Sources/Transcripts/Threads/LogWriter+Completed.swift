public import Interviews

extension LogWriter {
    /// What became of one append.
    public struct Completed: Hashable, Sendable {
        /// The append's own ``Append/ticket``.
        public var ticket: UInt64
        public var interview: InterviewID
        /// A failure means that the events are not known to be kept. See ``EventStore/commit(_:)``.
        public var result: Result<Appended, StoreError>

        public init(ticket: UInt64, interview: InterviewID, result: Result<Appended, StoreError>) {
            self.ticket = ticket
            self.interview = interview
            self.result = result
        }
    }
}

extension Append {
    func completed(_ result: Result<Appended, StoreError>) -> LogWriter.Completed {
        LogWriter.Completed(ticket: ticket, interview: interview, result: result)
    }
}
