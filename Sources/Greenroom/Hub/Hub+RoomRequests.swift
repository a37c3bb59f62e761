import Interviews
import WebSockets
import Wire

extension Hub {
    /// How many events of a seat are read for a host who wants to see its answers.
    static let longestLane = 2000

    /// Takes what is only asked in rooms.
    mutating func receivedInRoom(_ message: ClientMessage, on connection: ConnectionID) {
        switch message {
        case .start(let about): take(.start, about.ref, for: about.interview, on: connection)
        case .close(let about):
            take(.close(question: about.question), about.ref, for: about.interview, on: connection)
        case .show(let about):
            take(.show(question: about.question), about.ref, for: about.interview, on: connection)
        case .lock(let lock): take(.lock(lock.locked), lock.ref, for: lock.interview, on: connection)
        case .change(let change): self.change(change, on: connection)
        case .rule(let rule): take(Command(rule), rule.ref, for: rule.interview, on: connection)
        case .say(let say):
            take(.say(text: say.text, to: say.to), say.ref, for: say.interview, on: connection)
        case .moderate(let moderate):
            take(
                .moderate(
                    message: moderate.message, isPinned: moderate.pinned, isTakenAway: moderate.takenAway),
                moderate.ref, for: moderate.interview, on: connection)
        case .tick(let tick):
            take(
                .tick(question: tick.question, point: tick.point, isSaid: tick.said), tick.ref,
                for: tick.interview, on: connection)
        case .undo(let about): take(.undo, about.ref, for: about.interview, on: connection)
        case .takeOver(let about): takeOver(about, on: connection)
        case .nudge(let about): nudge(about, on: connection)
        case .row(let wanted): row(wanted, on: connection)
        case .phrases(let wanted): tellPhrases(wanted, on: connection)
        case .report(let wanted): report(wanted, on: connection)
        case .status(let status): note(status, on: connection)
        case .addQuestion, .typeQuestion, .moveQuestion, .removeQuestion, .findQuestions:
            receivedForPlan(message, on: connection)
        default: break
        }
    }

    private mutating func change(_ change: ClientMessage.Change, on connection: ConnectionID) {
        let name = change.name.map(SeatName.init)
        if case .some(nil) = name { return refuse(.badName(change.ref), to: connection) }
        let command = Command.Change(
            seat: change.seat, name: name ?? nil, role: change.role, standing: change.standing,
            isMuted: change.muted)
        take(.change(command), change.ref, for: change.interview, on: connection)
    }

    private mutating func takeOver(_ about: ClientMessage.AboutInterview, on connection: ConnectionID) {
        guard let seat = sessions[connection]?.seats[about.interview] else {
            return refuse(
                Refused(.notSeated, ref: about.ref, interview: about.interview), to: connection)
        }
        guard mayTakeOver(in: about.interview) else {
            return refuse(.hostIsThere(about.ref, about.interview), to: connection)
        }
        let change = Command.Change(seat: seat, role: .host, isTakeOver: true)
        take(.change(change), about.ref, for: about.interview, on: connection)
    }

    /// The host that a connection is, or `nil` where it was refused.
    mutating func host(
        of id: InterviewID, on connection: ConnectionID, _ ref: Reference
    ) -> (seat: SeatID, interview: HeldInterview)? {
        guard let seat = sessions[connection]?.seats[id], let interview = held[id] else {
            refuse(Refused(.notSeated, ref: ref, interview: id), to: connection)
            return nil
        }
        guard interview.confirmed.isHost(seat), interview.confirmed.rules != nil else {
            refuse(Refused(.notAllowed, ref: ref, interview: id), to: connection)
            return nil
        }
        return (seat, interview)
    }

    private mutating func nudge(_ about: ClientMessage.AboutSeat, on connection: ConnectionID) {
        guard let (host, interview) = host(of: about.interview, on: connection, about.ref) else { return }
        guard interview.confirmed.seats[about.seat]?.standing == .present else {
            return refuse(Refused(.notFound, ref: about.ref, interview: about.interview), to: connection)
        }
        let nudged = ServerMessage.nudged(
            .init(ref: about.ref, interview: about.interview, by: host, seat: about.seat))
        let others = interview.audience.connections(of: about.seat).subtracting([connection])
        effects.append(.tell(StampedMessage(nudged), to: [connection] + others))
    }

    private mutating func row(_ wanted: ClientMessage.RowWanted, on connection: ConnectionID) {
        guard let (_, interview) = host(of: wanted.interview, on: connection, wanted.ref) else { return }
        guard interview.confirmed.seats[wanted.seat] != nil,
            interview.confirmed.questions.indices.contains(wanted.question)
        else {
            return refuse(Refused(.notFound, ref: wanted.ref, interview: wanted.interview), to: connection)
        }
        let wish = Request.Wish.row(seat: wanted.seat, question: wanted.question)
        take(Request(connection: connection, ref: wanted.ref, wish: wish), for: wanted.interview)
    }

    /// What was shown to all is for all who came later, too.
    private mutating func tellPhrases(_ wanted: ClientMessage.AboutQuestion, on connection: ConnectionID) {
        let id = wanted.interview
        guard sessions[connection]?.seats[id] != nil, let interview = held[id]?.confirmed else {
            return refuse(Refused(.notSeated, ref: wanted.ref, interview: id), to: connection)
        }
        guard interview.rules != nil else {
            return refuse(Refused(.notAllowed, ref: wanted.ref, interview: id), to: connection)
        }
        guard interview.isShown(wanted.question),
            case .phrases(var phrases) = phrases(of: wanted.question, in: id)?.message
        else { return refuse(Refused(.notYet, ref: wanted.ref, interview: id), to: connection) }
        phrases.ref = wanted.ref
        send(.phrases(phrases), to: connection)
    }

    /// One's own report when all is over; hosts may see any at any time, and the room's.
    private mutating func report(_ wanted: ClientMessage.ReportWanted, on connection: ConnectionID) {
        let id = wanted.interview
        guard let own = sessions[connection]?.seats[id], let interview = held[id]?.confirmed,
            interview.seq > 0
        else { return refuse(Refused(.notSeated, ref: wanted.ref, interview: id), to: connection) }
        let isHost = interview.rules != nil && interview.isHost(own)
        if isHost, wanted.seat == nil {
            for page in ServerMessage.RoomReport.pages(of: interview, ref: wanted.ref) {
                send(.roomReport(page), to: connection)
            }
            return
        }
        let seat = wanted.seat ?? own
        guard seat == own || isHost else {
            return refuse(Refused(.notAllowed, ref: wanted.ref, interview: id), to: connection)
        }
        guard interview.isOver || isHost else {
            return refuse(Refused(.notYet, ref: wanted.ref, interview: id), to: connection)
        }
        guard interview.seats[seat]?.isReported == true else {
            return refuse(Refused(.notFound, ref: wanted.ref, interview: id), to: connection)
        }
        let report = ServerMessage.SeatReport(
            ref: wanted.ref, interview: id, seat: seat,
            report: ReportView(interview.report(for: seat), of: interview))
        send(.report(report), to: connection)
    }
}

extension Command {
    fileprivate init(_ rule: ClientMessage.Rule) {
        self = .rule(
            Ruled(
                seat: rule.seat, isSaid: rule.said,
                Dispute(
                    question: rule.question, attempt: rule.attempt, point: rule.point,
                    ranges: rule.ranges ?? [], isWithdrawn: rule.withdrawn ?? false),
                isForAll: rule.everybody ?? false))
    }
}
