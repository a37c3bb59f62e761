import Interviews

extension Append {
    /// The events as a store keeps them.
    func rows() throws(StoreError) -> [EventRow] {
        var rows: [EventRow] = []
        rows.reserveCapacity(events.count)
        for event in events {
            rows.append(try EventRow(event))
        }
        return rows
    }

    /// What the log makes of the events where nothing conflicts.
    var recorded: [RecordedEvent] {
        events.enumerated().map { offset, event in
            RecordedEvent(interview: interview, seq: after + 1 + offset, at: at, event: event)
        }
    }
}
