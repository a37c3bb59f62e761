extension LogWriter {
    /// What a writer has done since it was started.
    public struct Statistics: Hashable, Sendable {
        /// Appends that wait for a transaction right now.
        public var waiting = 0
        /// Transactions that were committed, and how long they took.
        public var transactions = 0
        public var commits = DurationHistogram()
        /// Appends that were kept, and the events in them.
        public var recorded = 0
        public var events = 0
        /// Appends to an interview that was there already, or not at all.
        public var misplaced = 0
        /// Appends that the store failed to keep.
        public var failures = 0
        /// Appends that were not even tried, because too many waited or the writer was stopped.
        public var refused = 0
        /// Why the most recent append could not be kept; `nil` as soon as one is dealt with again.
        public var fault: StoreError?

        mutating func count(_ results: [Completed]) {
            for result in results {
                switch result.result {
                case .success(.recorded(let kept)):
                    recorded += 1
                    events += kept.count
                    fault = nil
                case .success(.taken), .success(.gone):
                    misplaced += 1
                    fault = nil
                case .failure(let error):
                    failures += 1
                    fault = error
                }
            }
        }
    }
}
