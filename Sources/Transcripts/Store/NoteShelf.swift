import Interviews

/// Notes in memory.
struct NoteShelf {
    private struct Key: Hashable {
        var interview: InterviewID
        var seat: SeatID
    }

    private var notes: [Key: [NoteID: Note]] = [:]

    mutating func keep(_ note: Note, of interview: InterviewID, seat: SeatID) -> KeptNote {
        let key = Key(interview: interview, seat: seat)
        if let known = notes.values.lazy.compactMap({ $0[note.id] }).first {
            let isSame = notes[key]?[note.id] != nil && known.visitor == note.visitor
            return isSame ? .kept(known) : .noPlace
        }
        let there = notes[key] ?? [:]
        guard there.count < Note.maximumCount else { return .full }
        if let thread = note.thread {
            guard let head = there[thread], head.thread == nil, head.place == note.place else {
                return .noPlace
            }
        }
        notes[key, default: [:]][note.id] = note
        return .kept(note)
    }

    func notes(of interview: InterviewID, seat: SeatID) -> [Note] {
        notes[Key(interview: interview, seat: seat)].map { Array($0.values) } ?? []
    }

    mutating func takeAway(
        _ id: NoteID, of interview: InterviewID, seat: SeatID, by visitor: String?
    ) -> Bool {
        let key = Key(interview: interview, seat: seat)
        guard let note = notes[key]?[id], !note.isTakenAway, visitor == nil || note.visitor == visitor else {
            return false
        }
        if visitor == nil { remove(repliesTo: id, in: key) }
        takeAway(note, in: key)
        return true
    }

    mutating func forget(_ visitor: String) {
        for (key, there) in notes {
            for note in there.values.filter({ $0.visitor == visitor }) { takeAway(note, in: key) }
        }
    }

    func isWriter(_ visitor: String) -> Bool {
        notes.values.contains { $0.values.contains { $0.visitor == visitor } }
    }

    mutating func move(_ visitor: String, to heir: String) {
        for (key, there) in notes {
            for (id, note) in there where note.visitor == visitor { notes[key]?[id]?.visitor = heir }
        }
    }

    mutating func erase(_ interview: InterviewID) {
        notes = notes.filter { $0.key.interview != interview }
    }

    mutating func erase(_ interview: InterviewID, seat: SeatID) {
        notes[Key(interview: interview, seat: seat)] = nil
    }

    private mutating func takeAway(_ note: Note, in key: Key) {
        if hasReplies(note.id, in: key) {
            var emptied = note
            (emptied.visitor, emptied.name, emptied.text) = (nil, nil, "")
            notes[key]?[note.id] = emptied
        } else {
            notes[key]?[note.id] = nil
        }
        if let thread = note.thread, notes[key]?[thread]?.isTakenAway == true, !hasReplies(thread, in: key) {
            notes[key]?[thread] = nil
        }
    }

    private mutating func remove(repliesTo id: NoteID, in key: Key) {
        notes[key] = notes[key]?.filter { $0.value.thread != id }
    }

    private func hasReplies(_ id: NoteID, in key: Key) -> Bool {
        notes[key]?.values.contains { $0.thread == id } ?? false
    }
}
