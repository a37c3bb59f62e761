import Interviews

/// The last events of a room, so that whoever comes in while much is happening need not be sent to the log again and
/// again. Of what concerns one seat only that it happened is kept.
struct Tail {
    private struct Entry {
        var seq: Int
        /// The seat whose own affair it is.
        var seat: SeatID?
        /// What everybody is told.
        var event: RecordedEvent?
    }

    private static let capacity = 1024
    private var entries: [Entry] = []

    mutating func append(_ recorded: RecordedEvent) {
        if let last = entries.last, recorded.seq != last.seq + 1 { entries = [] }
        let lane = recorded.event.lane
        let isTold = lane == nil && !Self.isAboutSeats(recorded.event)
        entries.append(Entry(seq: recorded.seq, seat: lane, event: isTold ? recorded : nil))
        // Rarely, and many at once: what is removed from the front moves all the rest.
        if entries.count > 2 * Self.capacity { entries.removeFirst(Self.capacity) }
    }

    /// What a seat was told after an event; `nil` where that is not known here.
    func events(after seq: Int, to latest: Int, for seat: SeatID) -> [RecordedEvent]? {
        guard seq < latest else { return [] }
        guard let first = entries.first?.seq, let last = entries.last?.seq, first <= seq + 1, last >= latest
        else { return nil }
        let later = entries[(seq + 1 - first)...]
        guard !later.contains(where: { $0.seat == seat }) else { return nil }
        return later.compactMap(\.event)
    }

    /// What a seat said is deleted.
    mutating func forget(_ seat: SeatID) {
        for place in entries.indices {
            guard case .said(let said)? = entries[place].event?.event, said.seat == seat else { continue }
            entries[place].event = nil
        }
    }

    private static func isAboutSeats(_ event: Event) -> Bool {
        switch event {
        case .seatTaken, .seatChanged, .seatErased: true
        default: false
        }
    }
}
