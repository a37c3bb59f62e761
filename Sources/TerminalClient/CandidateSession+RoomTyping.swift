import Interviews
import Wire

/// What is typed in a room.
extension CandidateSession {
    /// In a script an answer waits for its question.
    var isHeldBack: Bool {
        guard let room, !manner.isConversation, room.role == .candidate else { return false }
        return room.isOver || room.doneWith == current || room.obstacle(to: current) != nil
    }

    /// - Returns: Whether there is nothing more to do about it.
    mutating func performInRoom(_ command: CandidateCommand, _ asked: CandidateCommand?) -> Bool {
        guard let room, let seat else { return false }
        switch command {
        case .help: show(Words.roomHelp(movesAlone: room.movesAlone))
        case .say(let text, let isForHosts):
            request(
                .say(
                    .init(
                        ref: makeReference(), interview: seat.interview, text: text,
                        to: isForHosts ? .hosts : nil)))
        case .drop:
            draft = []
            say(Words.dropped)
        case .people: show(Feedback.people(room))
        case .pause, .continue, .extend: say(Words.forHosts)
        case .next where !room.movesAlone:
            self.room?.doneWith = current
            if manner.isConversation { say(Words.hostGoesOn) }
        case .skip where !room.movesAlone:
            guard let current else { return false }
            request(.skip(.init(ref: makeReference(), interview: seat.interview, question: current)))
        case .undo where !room.movesAlone: say(Words.noUndoHere)
        case .end:
            guard !needsSecond(.end, asked, Words.leaveAgain, when: true) else { return true }
            keepSeat()
            if manner.isConversation { note(Words.howToComeBack(seat.code)) }
            finish(0)
        default:
            return false
        }
        return true
    }
}
