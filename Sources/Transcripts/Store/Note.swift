public import Interviews

/// What somebody wrote about a part of an answer: its owner, or who has a link by which notes may be written. Like a
/// link it stands beside the log and not in it: it changes nothing in the interview, its writer may have no seat there,
/// and taken away it is gone.
public struct Note: Hashable, Sendable, Codable {
    public var id: NoteID
    public var place: Place
    /// The note that it replies to, at the same place; `nil` where it begins a thread.
    public var thread: NoteID?
    /// Digest of the secret of the visitor who wrote it; `nil` where that is not known any more.
    public var visitor: String?
    /// What its writer wants to be called; `nil`: the transcript's owner.
    public var name: SeatName?
    public var at: Timestamp
    /// Plain text. Empty where it was taken away and is answered by others.
    public var text: String

    public struct Place: Hashable, Sendable, Codable {
        /// Index of the question in the interview.
        public var question: Int
        /// Counted from 1.
        public var attempt: Int
        /// Of ``Attempt/text``.
        public var range: TextRange

        public init(question: Int, attempt: Int, range: TextRange) {
            (self.question, self.attempt, self.range) = (question, attempt, range)
        }
    }

    public init(
        id: NoteID, place: Place, thread: NoteID? = nil, visitor: String?, name: SeatName? = nil,
        at: Timestamp, text: String
    ) {
        (self.id, self.place, self.thread) = (id, place, thread)
        (self.visitor, self.name, self.at, self.text) = (visitor, name, at, text)
    }

    /// In UTF-16 code units.
    public static let maximumLength = 2000
    /// Notes that a transcript may have, replies among them.
    public static let maximumCount = 200

    public var isTakenAway: Bool { text.isEmpty }
}

/// A note with what was replied to it.
public struct NoteThread: Hashable, Sendable {
    public var head: Note
    /// In the order in which they came.
    public var replies: [Note]

    /// In the order of the places in the transcript.
    public static func threads(of notes: [Note]) -> [NoteThread] {
        let replies = Dictionary(grouping: notes.filter { $0.thread != nil }, by: \.thread)
        return notes.filter { $0.thread == nil }.map { head in
            NoteThread(head: head, replies: (replies[head.id] ?? []).sorted(by: Note.came))
        }.sorted { one, other in
            let (first, second) = (one.head.place, other.head.place)
            return (first.question, first.attempt, first.range.start, first.range.end)
                == (second.question, second.attempt, second.range.start, second.range.end)
                ? Note.came(one.head, other.head)
                : (first.question, first.attempt, first.range.start, first.range.end)
                    < (second.question, second.attempt, second.range.start, second.range.end)
        }
    }

    public var notes: [Note] { [head] + replies }
}

extension Note {
    static func came(_ one: Note, _ other: Note) -> Bool {
        (one.at.milliseconds, one.id.text) < (other.at.milliseconds, other.id.text)
    }
}

/// Where notes are kept. Every call waits for the disk.
public protocol NoteStore: Sendable {
    /// Keeps a note on a seat's transcript. Made again it stays as it was made first.
    func keep(_ note: Note, of interview: InterviewID, seat: SeatID) throws(StoreError) -> KeptNote

    /// All notes on a seat's transcript, in no order.
    func notes(of interview: InterviewID, seat: SeatID) throws(StoreError) -> [Note]

    /// Takes a note away so that no file holds it any more. Its owner takes the whole thread along. Where others have
    /// replied to somebody's note, only its words and its writer go.
    ///
    /// - Parameter visitor: whose note it has to be; `nil`: the transcript's owner may take any away.
    /// - Returns: Whether there was such a note.
    func takeAway(
        _ id: NoteID, of interview: InterviewID, seat: SeatID, by visitor: String?
    ) throws(StoreError) -> Bool
}

/// What came of a note.
public enum KeptNote: Hashable, Sendable {
    case kept(Note)
    /// There are ``Note/maximumCount`` already.
    case full
    /// No such interview or thread, or the note's name is another's.
    case noPlace
}
