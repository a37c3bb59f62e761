import Interviews
import Marking
import Wire

/// The messages that a seat has missed, as many as go into one frame.
struct MissedPage {
    /// In bytes, estimated; one message is always taken.
    static let limit = 128 * 1024
    /// As many events as are read for a page: few pages hold more, and reading on would be for nothing.
    static let mostEvents = 64

    private(set) var messages: [StampedMessage] = []
    /// The number of the last change that is in it, or that is known not to concern the seat.
    private(set) var last: Int
    private let events: [RecordedEvent]
    private let read: Int

    /// - Parameters:
    ///   - events: what concerns the seat after `seq`, in order.
    ///   - upTo: up to which number nothing else concerns it.
    init(reading events: [RecordedEvent], after seq: Int, upTo read: Int) {
        self.events = events
        self.read = max(seq, read)
        last = max(seq, read)
    }

    /// Writes the messages, as many as fit. What the interview has not confirmed yet is left out: it will be told when
    /// it is.
    mutating func write(for seat: SeatID, of interview: Interview) {
        var size = 0
        last = min(read, interview.seq)
        let isHost = interview.isHost(seat)
        var before = 0
        for event in events where event.seq <= interview.seq {
            let notice = interview.notice(of: event)
            if interview.counted(event.seq), notice.concerns(seat, isHost: isHost) {
                size += notice.estimatedSize
                guard size <= Self.limit || messages.isEmpty else {
                    last = before
                    return
                }
                if let message = ServerMessage(notice, for: seat, of: interview) {
                    messages.append(StampedMessage(message, .init(notice)))
                }
            }
            before = event.seq
        }
    }
}

extension Notice {
    /// The size of the message in bytes, roughly: what people wrote and a flat rate for each key point.
    fileprivate var estimatedSize: Int {
        switch content {
        case .answered(let answered):
            answered.text.utf8.count + 500 * answered.mark.points.count
        case .revealed(_, let modelAnswer, let said):
            200 + (modelAnswer?.utf8.count ?? 0) + 60 * (said?.count ?? 0)
        case .ended:
            20_000
        case .opened, .asked, .probed, .hinted, .disputed, .skipped, .reopened, .paused, .continued,
            .extended, .closed, .seatTaken, .seatChanged, .locked, .shown, .ruled, .chatChanged, .finished,
            .planned, .ticked, .nothing:
            1000
        case .said(let said):
            200 + said.text.utf8.count
        }
    }
}
