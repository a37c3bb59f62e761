public import Interviews
import Marking
import QuestionBank

/// What one reader may carry away of an interview for one seat: events that fold to that seat's transcript, and hold
/// neither secrets nor what is other people's.
public struct Excerpt: Hashable, Sendable {
    public let seat: SeatID
    /// From the first, numbered anew without gaps. All of them count.
    public let events: [RecordedEvent]
    public let transcript: Transcript

    public var interview: InterviewID { transcript.interview }

    /// - Parameter events: all of the interview's, from the first, without gaps.
    /// - Parameter notes: those that the reader may see; who wrote them goes along by name alone.
    /// - Returns: `nil` where there is no such seat, or it was not asked anything.
    public init?(
        _ events: [RecordedEvent], of seat: SeatID, for reader: Transcript.Reader, notes: [Note] = []
    ) {
        guard let read = Transcript(events, of: seat, for: reader), !read.questions.isEmpty else {
            return nil
        }
        let kept = ExcerptFilter(read, reader).events(of: events)
        self.init(seat: seat, events: kept, for: reader, notes: notes)
    }

    /// - Parameter events: as they came from a file.
    init?(
        seat: SeatID, events: [RecordedEvent], for reader: Transcript.Reader = .owner, notes: [Note] = []
    ) {
        guard var transcript = Transcript(events, of: seat, for: reader) else { return nil }
        transcript.notes = NoteThread.threads(of: notes).flatMap(\.notes).map { note in
            var note = note
            note.visitor = nil
            return note
        }
        (self.seat, self.events, self.transcript) = (seat, events, transcript)
    }

    /// The seats of an interview that have a transcript of their own.
    public static func candidates(of events: [RecordedEvent]) -> [SeatID] {
        var seats: [SeatID] = []
        for recorded in events {
            switch recorded.event {
            case .seatTaken(let taken) where taken.seat.role == .candidate: seats.append(taken.seat.id)
            // Nothing of it is left.
            case .seatErased(let erased): seats.removeAll { $0 == erased.seat }
            default: break
            }
        }
        return seats
    }
}
