import Interviews
import QuestionBank
import WebSockets
import Wire

extension Hub {
    /// Tells everybody concerned. A prompt is spoken; what happens to everyone meanwhile cuts it short, so that
    /// messages come in the order of the log.
    mutating func tell(_ notice: Notice, in id: InterviewID) {
        if notice.audience == .everyone || held[id]?.confirmed.rules == nil { finishSpeaking(id) }
        guard let interview = held[id] else { return }
        switch notice.content {
        case .seatTaken, .seatChanged: return tellSeat(notice, in: id)
        default: break
        }
        if case .asked(let question) = notice.content, notice.audience == .everyone,
            startSpeaking(notice, question, in: id)
        {
            return
        }
        switch notice.audience {
        case .everyone: broadcast(notice, to: interview.audience.everyone, in: id)
        case .seat(let seat): tell(notice, seat, in: id)
        case .hosts: tellHosts(notice, in: id)
        case .seatAndHosts(let seat):
            tell(notice, seat, in: id)
            tellHosts(notice, but: seat, in: id)
        }
    }

    /// Who came or was changed is told to all for many at once; whoever asked for it has its reply now.
    private mutating func tellSeat(_ notice: Notice, in id: InterviewID) {
        guard let interview = held[id], let request = notice.request else { return }
        for connection in interview.audience.connections(of: request.seat) {
            tellApart(notice, as: request.seat, to: connection, in: id)
        }
    }

    /// Tells one connection.
    mutating func tellApart(
        _ notice: Notice, as seat: SeatID, to connection: ConnectionID, in id: InterviewID
    ) {
        guard let interview = held[id] else { return }
        var message = ServerMessage(notice, for: seat, of: interview.confirmed)
        if case .seatChanged(let changed) = notice.content,
            let state = interview.confirmed.seats[changed], interview.confirmed.rules != nil
        {
            let view = SeatView(
                state, isHere: interview.isHere(changed), forHosts: interview.confirmed.isHost(seat))
            message = .seats(
                .init(
                    ref: notice.request?.ref, interview: id, seq: notice.seq, at: notice.at.rfc3339,
                    seats: [view], locked: interview.confirmed.isLocked))
        }
        guard let message else { return }
        effects.append(.tell(StampedMessage(message, .init(notice)), to: [connection]))
    }

    private mutating func tell(_ notice: Notice, _ seat: SeatID, in id: InterviewID) {
        guard let interview = held[id] else { return }
        let connections = interview.audience.connections(of: seat)
        guard !connections.isEmpty,
            let message = ServerMessage(notice, for: seat, of: interview.confirmed, at: now)
        else { return }
        effects.append(.tell(StampedMessage(message, .init(notice)), to: Array(connections)))
    }

    /// Hosts are told besides: the lane is the seat's own.
    private mutating func tellHosts(_ notice: Notice, but seat: SeatID? = nil, in id: InterviewID) {
        guard let interview = held[id] else { return }
        var besides = notice
        besides.before = nil
        for host in interview.confirmed.seats.hosts where host != seat { tell(besides, host, in: id) }
    }

    /// Says the same to many, in one text; whoever has a clock or a report of one's own is told apart.
    private mutating func broadcast(_ notice: Notice, to connections: [ConnectionID], in id: InterviewID) {
        guard let interview = held[id] else { return }
        var common: [ConnectionID] = []
        for connection in connections {
            guard let seat = interview.audience.seats[connection] else { continue }
            guard notice.isPersonal || interview.confirmed.hasOwnClock(seat) else {
                common.append(connection)
                continue
            }
            guard let message = ServerMessage(notice, for: seat, of: interview.confirmed, at: now) else {
                continue
            }
            effects.append(.tell(StampedMessage(message, .init(notice)), to: [connection]))
        }
        guard !common.isEmpty,
            let message = ServerMessage(notice, for: nil, of: interview.confirmed, at: now)
        else { return }
        effects.append(.tell(StampedMessage(message, .init(notice)), to: common))
    }

    /// `false` where there is nothing to spread over time.
    private mutating func startSpeaking(_ notice: Notice, _ question: Int, in id: InterviewID) -> Bool {
        guard var interview = held[id], let settings = interview.confirmed.settings,
            !interview.audience.isEmpty
        else { return false }
        let prompt = interview.confirmed.questions[question].prompt
        let pieces = PromptStream.Piece.pieces(of: prompt, at: settings.pace)
        guard !pieces.isEmpty else { return false }
        interview.streamCount += 1
        interview.stream = PromptStream(
            number: interview.streamCount, question: question, notice: notice,
            listeners: Set(interview.audience.everyone), rest: pieces[...])
        held[id] = interview
        let head = ServerMessage.QuestionHead(question, of: interview.confirmed, withPrompt: false)
        let asking = ServerMessage.asking(.init(interview: id, question: head))
        effects.append(.tell(StampedMessage(asking), to: interview.audience.everyone))
        speak(id, stream: interview.streamCount)
        return true
    }

    /// Says the next few words and asks to be woken for those after them.
    mutating func speak(_ id: InterviewID, stream number: Int) {
        guard var stream = held[id]?.stream, stream.number == number else { return }
        guard let piece = stream.rest.popFirst() else { return finishSpeaking(id) }
        held[id]?.stream = stream
        let delta = ServerMessage.delta(
            .init(interview: id, question: stream.question, text: piece.text))
        effects.append(.tell(StampedMessage(delta), to: Array(stream.listeners)))
        effects.append(.wake(.speak(id, stream: number), after: piece.duration))
    }

    /// Gives the whole prompt to those who were listening.
    mutating func finishSpeaking(_ id: InterviewID) {
        guard let stream = held[id]?.stream else { return }
        held[id]?.stream = nil
        broadcast(stream.notice, to: Array(stream.listeners), in: id)
    }
}

extension Notice {
    /// Whether everybody is told something else.
    fileprivate var isPersonal: Bool {
        switch content {
        case .opened, .ended: true
        default: false
        }
    }
}
