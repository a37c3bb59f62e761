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
    /// Whether the seat has to ask again: not everything fits, or something happened while the log was read.
    private(set) var hasMore = false
    /// The number of the last change that was read.
    private(set) var last: Int

    /// - Parameter events: what the log has after `seq`; what the interview has not confirmed yet is left out,
    ///   because it will be told when it is.
    init(_ events: [RecordedEvent], after seq: Int, for seat: SeatID, of interview: Interview) {
        var size = 0
        last = seq
        let isHost = interview.isHost(seat)
        for event in events where event.seq <= interview.seq {
            let notice = interview.notice(of: event)
            guard interview.counted(event.seq), notice.concerns(seat, isHost: isHost) else {
                last = event.seq
                continue
            }
            size += notice.estimatedSize
            guard size <= Self.limit || messages.isEmpty else {
                hasMore = true
                return
            }
            last = event.seq
            if let message = ServerMessage(notice, for: seat, of: interview) {
                messages.append(StampedMessage(message, .init(notice)))
            }
        }
        hasMore = last < interview.seq
    }
}

extension Notice {
    /// The size of the message in bytes, roughly: what people wrote and a flat rate for each key point.
    fileprivate var estimatedSize: Int {
        switch content {
        case .answered(let answered):
            answered.text.utf8.count + 500 * answered.mark.points.count
        case .revealed(_, let modelAnswer):
            200 + (modelAnswer?.utf8.count ?? 0)
        case .ended:
            20_000
        case .opened, .asked, .probed, .hinted, .disputed, .skipped, .reopened, .paused, .continued,
            .extended, .closed, .seatTaken, .seatChanged, .locked, .shown, .ruled, .chatChanged, .finished:
            1000
        case .said(let said):
            200 + said.text.utf8.count
        }
    }
}
