/// Who has begun a message and not ended it, in the order of beginning: the memory that they hold together is
/// bounded, and the oldest pays.
struct UnfinishedMessages {
    struct Entry: Equatable {
        let connection: ConnectionID
        /// Monotonic nanoseconds.
        let since: UInt64
    }

    private var entries: [Entry] = []
    private var first = 0
    /// What is still open, by connection: an entry that is not in here is a leftover.
    private var open: [ConnectionID: UInt64] = [:]
    private(set) var bytes = 0

    var count: Int { open.count }

    /// - Parameter change: how much more, or less, the message holds than before.
    mutating func note(_ connection: ConnectionID, change: Int, isOpen: Bool, at now: UInt64) {
        bytes += change
        if !isOpen {
            open[connection] = nil
        } else if open[connection] == nil {
            open[connection] = now
            entries.append(Entry(connection: connection, since: now))
            if entries.count > 2 * open.count + 64 { compact() }
        }
    }

    mutating func oldest() -> Entry? {
        while first < entries.count {
            let entry = entries[first]
            if open[entry.connection] == entry.since { return entry }
            first += 1
        }
        return nil
    }

    private mutating func compact() {
        entries = entries[first...].filter { open[$0.connection] == $0.since }
        first = 0
    }
}
