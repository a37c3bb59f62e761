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
    /// - Returns: `nil` where there is no such seat, or it was not asked anything.
    public init?(_ events: [RecordedEvent], of seat: SeatID, for reader: Transcript.Reader) {
        guard let read = Transcript(events, of: seat, for: reader), !read.questions.isEmpty else {
            return nil
        }
        let kept = ExcerptFilter(read, reader).events(of: events)
        self.init(seat: seat, events: kept, for: reader)
    }

    /// - Parameter events: as they came from a file.
    init?(seat: SeatID, events: [RecordedEvent], for reader: Transcript.Reader = .owner) {
        guard let transcript = Transcript(events, of: seat, for: reader) else { return nil }
        (self.seat, self.events, self.transcript) = (seat, events, transcript)
    }

    /// The seats of an interview that have a transcript of their own.
    public static func candidates(of events: [RecordedEvent]) -> [SeatID] {
        events.compactMap { recorded in
            guard case .seatTaken(let taken) = recorded.event, taken.seat.role == .candidate else {
                return nil
            }
            return taken.seat.id
        }
    }
}
