public import Interviews

/// Reads the log on threads of its own, so that no loop ever waits for the disk.
public final class LogReader: Sendable {
    private struct Request: Sendable {
        /// Does the work, or is told why it cannot be done.
        var perform: @Sendable (Result<any EventStore, StoreError>) -> Void
    }

    private let inbox: Inbox<Request>
    private let threads: [WorkerThread]

    /// Starts the threads, which run until ``stop()``.
    ///
    /// - Parameters:
    ///   - threads: How many reads may go on at the same time; at least 1.
    ///   - capacity: How many reads may wait. One more is refused as ``StoreError/busy``.
    ///   - niceness: How far its reads give way to others where the processors are busy, 0...19.
    public init(
        store: any EventStore, threads: Int = 1, capacity: Int = 10_000, niceness: CInt = 0
    ) {
        precondition(threads >= 1)
        let inbox = Inbox<Request>(capacity: capacity)
        self.inbox = inbox
        self.threads = (1...threads).map { number in
            WorkerThread(name: "log reader \(number)", niceness: niceness) {
                while let request = inbox.takeFirst() { request.perform(.success(store)) }
            }
        }
    }

    /// Reads the events of an interview that come after a seq, the first `limit` of them; none where the interview
    /// is unknown.
    ///
    /// - Parameter completion: Takes the events, on a reader's thread; must not wait for anything. A refusal
    ///   to even try (`busy`, `stopped`) comes on the caller's own thread.
    public func read(
        _ interview: InterviewID, _ lanes: Lanes = .all, after seq: Int = 0, limit: Int = .max,
        completion: @escaping @Sendable (Result<[RecordedEvent], StoreError>) -> Void
    ) {
        perform(
            { store throws(StoreError) in
                try store.events(of: interview, lanes: lanes, after: seq, limit: limit)
            },
            completion)
    }

    /// Does something else with the store: reads reviews, or forgets them.
    ///
    /// - Parameter completion: as in ``read(_:after:completion:)``.
    public func perform<Value: Sendable>(
        _ work: @escaping @Sendable (any EventStore) throws(StoreError) -> Value,
        _ completion: @escaping @Sendable (Result<Value, StoreError>) -> Void
    ) {
        let request = Request { store in
            completion(Result { () throws(StoreError) in try work(store.get()) })
        }
        do {
            try inbox.put(request)
        } catch {
            completion(.failure(error))
        }
    }

    /// Reads that wait for a thread.
    public var waiting: Int { inbox.count }

    /// Finishes the reads that are under way, refuses those that wait, and ends the threads. Later reads are refused.
    ///
    /// Not to be called from a completion.
    public func stop() {
        for request in inbox.closeAndTakeAll() { request.perform(.failure(.stopped)) }
        for thread in threads { thread.join() }
    }
}
