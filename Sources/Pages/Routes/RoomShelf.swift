public import Interviews
import Synchronization
public import Transcripts

/// Keeps the largest rooms that were read of late, so that whoever reads one next folds only what came after. May be
/// used by several threads at once.
public final class RoomShelf: Sendable {
    private struct Shelf {
        var readings: [InterviewID: Reading] = [:]
        /// The one that was read longest ago first.
        var order: [InterviewID] = []
        /// How often something was let go: what was read before that is not kept after.
        var changes = 0
    }

    private let shelf = Mutex(Shelf())
    /// Rooms in memory at most, and from how many events on one is worth it.
    private static let (capacity, worth) = (4, 1000)

    public init() {}

    /// An interview as it is in the log now; `nil` where there is none.
    public func reading(of id: InterviewID, in store: any EventStore) throws(StoreError) -> Reading? {
        let (shelved, changes) = shelf.withLock { ($0.readings[id], $0.changes) }
        guard var known = shelved, try store.latest(of: id) >= known.interview.seq else {
            return try read(id, in: store, changes)
        }
        let news = try store.events(of: id, after: known.interview.seq)
        known.take(news)
        keep(known, changes)
        return known
    }

    /// What was a visitor's is another's, or nobody's: the log has changed what it said before.
    public func letGo(of visitor: String) {
        shelf.withLock { shelf in
            shelf.changes += 1
            shelf.readings = shelf.readings.filter { !$0.value.interview.knows(visitor) }
            shelf.order.removeAll { shelf.readings[$0] == nil }
        }
    }

    /// Another server has done so to somebody.
    public func letGoOfAll() {
        shelf.withLock { $0 = Shelf(changes: $0.changes + 1) }
    }

    private func read(
        _ id: InterviewID, in store: any EventStore, _ changes: Int
    ) throws(StoreError) -> Reading? {
        let events = try store.events(of: id)
        guard let reading = Reading(events) else {
            shelf.withLock { shelf in
                shelf.readings[id] = nil
                shelf.order.removeAll { $0 == id }
            }
            return nil
        }
        if events.count >= Self.worth { keep(reading, changes) }
        return reading
    }

    private func keep(_ reading: Reading, _ changes: Int) {
        let id = reading.interview.id
        shelf.withLock { shelf in
            guard shelf.changes == changes else { return }
            shelf.order.removeAll { $0 == id }
            shelf.order.append(id)
            shelf.readings[id] = reading
            guard shelf.order.count > Self.capacity else { return }
            shelf.readings[shelf.order.removeFirst()] = nil
        }
    }
}
