import Interviews

/// What everybody in an interview knows of it.
struct CommonNotes: Sendable {
    var asked: [Int: Timestamp] = [:]
    var ending: Transcript.Ending?
    var latest: Timestamp?
    private var said: [ChatMessage] = []
    private var takenAway: Set<Int> = []

    mutating func take(_ recorded: RecordedEvent) {
        let at = recorded.at
        latest = at
        switch recorded.event {
        case .questionAsked(let event):
            asked[event.question] = asked[event.question] ?? at
        case .said(let message):
            said.append(
                ChatMessage(
                    seq: recorded.seq, at: at, seat: message.seat, name: nil, text: message.text,
                    isForHosts: message.to == .hosts, isPinned: false))
        case .chatChanged(let changed):
            change(changed)
        case .seatErased(let erased):
            said.removeAll { $0.seat == erased.seat }
        case .ended(let ended):
            ending = .init(at: at, reason: ended.reason)
        case .opened, .seatTaken, .answered, .probed, .hintTaken, .disputed, .ruled, .modelAnswerRevealed,
            .questionSkipped, .questionReopened, .paused, .continued, .timeExtended, .answersClosed,
            .seatChanged, .roomLocked, .boardRevealed, .planChanged, .ticked, .erased:
            break
        }
    }

    /// What was said where the reader could read it, with the names that people have now.
    func chat(for reader: Transcript.Reader, of seat: SeatID, in interview: Interview) -> [ChatMessage] {
        guard reader != .guest else { return [] }
        return said.filter { message in
            !takenAway.contains(message.seq)
                && (!message.isForHosts || reader == .host || message.seat == seat)
        }.map { message in
            var message = message
            message.name = interview.seats[message.seat]?.name
            return message
        }
    }

    private mutating func change(_ changed: Event.ChatChanged) {
        if let isTakenAway = changed.isTakenAway {
            if isTakenAway { takenAway.insert(changed.message) } else { takenAway.remove(changed.message) }
        }
        guard let isPinned = changed.isPinned,
            let index = said.firstIndex(where: { $0.seq == changed.message })
        else { return }
        said[index].isPinned = isPinned
    }
}
