import Interviews

extension Append {
    /// What the log makes of the events, behind those that are there.
    func recorded(after latest: Int) -> [RecordedEvent] {
        events.enumerated().map { offset, event in
            RecordedEvent(interview: interview, seq: latest + 1 + offset, at: at, event: event)
        }
    }

    /// The same where not everybody who reads the log could read what is packed.
    var unpacked: Append {
        guard format?.packsAnswers == true else { return self }
        var append = self
        append.format = .unpacked
        if case .opening = place, case .opened(var opened)? = events.first {
            opened.format = .unpacked
            append.events[0] = .opened(opened)
        }
        return append
    }

    /// Why the events cannot be kept; `nil` where they can.
    func obstacle(after latest: Int) -> Appended? {
        switch place {
        case .opening: latest == 0 ? nil : .taken
        case .next: latest == 0 ? .gone : nil
        }
    }
}
