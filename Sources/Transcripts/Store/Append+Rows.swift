import Interviews

extension Append {
    /// What the log makes of the events where nothing conflicts.
    var recorded: [RecordedEvent] {
        events.enumerated().map { offset, event in
            RecordedEvent(interview: interview, seq: after + 1 + offset, at: at, event: event)
        }
    }
}
