import Interviews

extension EventStore {
    /// Keeps an excerpt as an interview of its own, in one transaction.
    ///
    /// - Parameter visitor: digest of the secret by which its owner is known; `nil` where it is nobody's.
    /// - Returns: ``Appended/taken`` where an interview of its name is there already.
    public func take(_ excerpt: Excerpt, for visitor: String? = nil) throws(StoreError) -> Appended {
        let format: Format? =
            if case .opened(let opened)? = excerpt.events.first?.event { opened.format } else { nil }
        let appends = excerpt.events.enumerated().map { index, recorded in
            var event = recorded.event
            if case .opened(var opened) = event, opened.room == nil {
                opened.visitor = visitor
                event = .opened(opened)
            }
            if case .seatTaken(var taken) = event, taken.seat.id == excerpt.seat {
                taken.seat.visitor = visitor
                event = .seatTaken(taken)
            }
            return Append(
                interview: excerpt.interview, place: index == 0 ? .opening : .next, events: [event],
                at: recorded.at, in: format)
        }
        // Were it there already, what follows would be added to it.
        guard try latest(of: excerpt.interview) == 0 else { return .taken }
        return try commit(appends).first ?? .gone
    }
}

extension NoteStore {
    /// Keeps the notes of an excerpt that was taken.
    public func takeNotes(of excerpt: Excerpt) throws(StoreError) {
        for note in excerpt.transcript.notes {
            _ = try keep(note, of: excerpt.interview, seat: excerpt.seat)
        }
    }
}
