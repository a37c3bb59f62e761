import Interviews
import Wire

/// Coming into a room: what is missing is asked for, and the seat is taken.
extension CandidateSession {
    mutating func enter() {
        guard let entry else { return }
        link = .seated
        if entry.role == .candidate, entry.name == nil {
            return askToEnter(.name, because: Words.nameNeeded, status: ExitStatus.usage)
        }
        request(entry.request(makeReference()))
    }

    private mutating func askToEnter(_ missing: RoomTalk.Missing, because sentence: String, status: Int32) {
        guard manner.isConversation else {
            note(sentence)
            return finish(status)
        }
        asksToEnter = missing
        switch missing {
        case .name: say(Words.yourName)
        case .password: say(Words.password)
        }
    }

    /// What was typed is the name or the password.
    mutating func takeTypedToEnter(_ missing: RoomTalk.Missing) {
        guard !isFinished, link == .seated else { return }
        guard !typed.isEmpty else { return effects.append(.prompt) }
        guard case .line(let line, _) = typed.removeFirst() else { return finish(0) }
        guard line.contains(where: { !$0.isWhitespace }) else { return effects.append(.prompt) }
        switch missing {
        case .name: entry?.name = line
        case .password: entry?.password = line
        }
        asksToEnter = nil
        enter()
    }

    /// - Returns: Whether that can be mended by typing something else.
    mutating func refusedToEnter(_ refused: Refused) -> Bool {
        guard entry != nil, seat == nil else { return false }
        switch refused.code {
        case .wrongPassword:
            if entry?.password != nil { note(refused.message) }
            askToEnter(.password, because: refused.message, status: ExitStatus.data)
        case .badName:
            note(refused.message)
            askToEnter(.name, because: Words.nameNeeded, status: ExitStatus.data)
        default:
            return false
        }
        return true
    }

    /// The seat is taken, or it is the same as before.
    mutating func joined(_ joined: ServerMessage.Resumed) {
        guard let entry, seat == nil else { return }
        seat = SeatNote(
            server: server, interview: joined.interview, token: entry.secret.text, draft: draft,
            code: entry.code, name: entry.name)
        keepSeat()
        isCatchingUp = true
        link = .resuming(joined.ref)
        resumed(joined)
    }
}
