public import Interviews
import Synchronization

/// Takes interviews from the log into the library, and out of both. Waits for the disk.
public final class LibraryKeeper: Sendable {
    private let store: any EventStore
    private let library: any Library
    /// Held while an interview is read and taken in, and while something is deleted: what was read before must not
    /// come back after.
    private let turn = Mutex(())
    private let isStopped = Atomic(false)

    private static let page = 1000
    /// In events.
    private static let part = 1000
    private static let attempts = 5

    public init(store: any EventStore, library: any Library) {
        (self.store, self.library) = (store, library)
    }

    /// Compares the whole log with the library, and takes out of this what is not in the log any more.
    ///
    /// - Returns: The interviews that have to be taken in, the earliest first.
    public func compare() throws(StoreError) -> [InterviewID] {
        var cursors: [InterviewID: Int] = [:]
        var last: InterviewID?
        repeat {
            let page = try library.cursors(after: last, limit: Self.page)
            cursors.merge(page) { $1 }
            last = page.keys.max { $0.text < $1.text }
        } while last != nil
        var behind: [LogHead] = []
        repeat {
            let page = try store.heads(after: last, limit: Self.page)
            for head in page where cursors.removeValue(forKey: head.interview) != head.latest {
                behind.append(head)
            }
            last = page.last?.interview
        } while last != nil
        if !cursors.isEmpty { try library.remove(Array(cursors.keys)) }
        return behind.sorted { $0.opened.milliseconds < $1.opened.milliseconds }.map(\.interview)
    }

    /// The interviews that a visitor has a part in, by the log.
    func interviews(of visitor: String) throws(StoreError) -> [InterviewID] {
        try store.interviews(of: visitor)
    }

    /// Takes nothing more in, and gives up what is being read for that: it is taken in at the next start.
    func stop() { isStopped.store(true, ordering: .relaxed) }

    /// Takes interviews in as they are in the log now. One that this version cannot read is left out.
    ///
    /// - Throws: also ``StoreError/stopped``.
    public func takeIn(_ interviews: [InterviewID]) throws(StoreError) {
        guard !interviews.isEmpty else { return }
        try turn.withLock { _ throws(StoreError) in try keep(interviews) }
    }

    private func keep(_ interviews: [InterviewID]) throws(StoreError) {
        var rest = interviews
        // Another server may have handed them over or forgotten whose they are since they were read, again and again.
        for _ in 0..<Self.attempts where !rest.isEmpty { rest = try library.keep(try read(rest)) }
        guard rest.isEmpty else { throw .busy }
    }

    private func read(_ interviews: [InterviewID]) throws(StoreError) -> [Shelved] {
        var shelved: [Shelved] = []
        for interview in interviews {
            do throws(StoreError) {
                if let one = try read(interview) { shelved.append(one) }
            } catch .unreadable {
                continue
            }
        }
        return shelved
    }

    /// Reads an interview a part at a time, as it may be a room of thousands, so that the server's end need not wait.
    private func read(_ interview: InterviewID) throws(StoreError) -> Shelved? {
        var (reading, last): (Reading?, Int) = (nil, 0)
        while true {
            try goOn()
            let events = try store.events(of: interview, after: last, limit: Self.part)
            if last == 0 { reading = Reading(events) } else { reading?.take(events) }
            last = events.last?.seq ?? last
            if events.count < Self.part { break }
        }
        return try reading.map { reading throws(StoreError) in
            try Shelved(reading, upTo: last) { () throws(StoreError) in try goOn() }
        }
    }

    private func goOn() throws(StoreError) {
        if isStopped.load(ordering: .relaxed) { throw .stopped }
    }

    /// Deletes interviews for good.
    public func erase(_ interviews: [InterviewID]) throws(StoreError) {
        guard !interviews.isEmpty else { return }
        try turn.withLock { _ throws(StoreError) in
            for interview in interviews { try store.erase(interview) }
            try library.remove(interviews)
        }
    }

    /// Deletes for good what was done in one seat. The rest of the interview is taken in again.
    ///
    /// - Returns: The event that says so; `nil` where there is no such seat.
    public func erase(
        _ seat: SeatID, of interview: InterviewID, at now: Timestamp
    ) throws(StoreError) -> RecordedEvent? {
        try turn.withLock { _ throws(StoreError) in
            // First what was made from it: who is interrupted finds all of it again, and may ask once more.
            try library.remove([interview])
            let event = try store.erase(seat, of: interview, at: now)
            try keep([interview])
            return event
        }
    }

    /// Lets everything of a visitor's become another's. What is found by it has to be taken in again, which is made sure
    /// of before: who is interrupted does it at the next start.
    ///
    /// - Returns: What has to be taken in.
    public func handOver(
        from visitor: String, _ work: () throws(StoreError) -> Handover?
    ) throws(StoreError) -> [InterviewID] {
        try turn.withLock { _ throws(StoreError) in
            let interviews = try store.interviews(of: visitor)
            try library.outdate(interviews)
            guard let handover = try work(), handover.from != handover.to else { return interviews }
            try library.rename(handover.from, to: handover.to)
            return interviews
        }
    }

    /// Forgets which interviews were a visitor's.
    public func forget(_ visitor: String) throws(StoreError) {
        try turn.withLock { _ throws(StoreError) in
            try store.forget(visitor)
            try library.forget(visitor)
        }
    }
}
