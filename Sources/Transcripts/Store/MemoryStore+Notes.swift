public import Interviews
import Synchronization

extension MemoryStore: NoteStore {
    public func keep(_ note: Note, of interview: InterviewID, seat: SeatID) -> KeptNote {
        state.withLock { state in
            guard state.events[interview] != nil else { return .noPlace }
            return state.notes.keep(note, of: interview, seat: seat)
        }
    }

    public func notes(of interview: InterviewID, seat: SeatID) -> [Note] {
        state.withLock { $0.notes.notes(of: interview, seat: seat) }
    }

    public func takeAway(_ id: NoteID, of interview: InterviewID, seat: SeatID, by visitor: String?) -> Bool {
        state.withLock { $0.notes.takeAway(id, of: interview, seat: seat, by: visitor) }
    }
}
