import Interviews

extension Append {
    /// What the log makes of the events, behind those that are there.
    func recorded(after latest: Int) -> [RecordedEvent] {
        events.enumerated().map { offset, event in
            RecordedEvent(interview: interview, seq: latest + 1 + offset, at: at, event: event)
        }
    }

    /// Why the events cannot be kept; `nil` where they can.
    func obstacle(after latest: Int) -> Appended? {
        switch place {
        case .opening: latest == 0 ? nil : .taken
        case .next: latest == 0 ? .gone : nil
        }
    }
}
