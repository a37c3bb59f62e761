import Interviews
import Marking
import QuestionBank
import Transcripts
import WebSockets
import Wire

extension Hub {
    mutating func received(_ text: String, on connection: ConnectionID) {
        let message: ClientMessage
        do {
            message = try ClientMessage(text: text)
        } catch {
            return refuse(Refused(error), to: connection)
        }
        guard mayBeCarriedOut(message, on: connection) else { return }
        switch message {
        case .open(let open):
            self.open(open, on: connection)
        case .join(let join):
            self.join(join, on: connection)
        case .start, .close, .show, .lock, .change, .rule, .say, .moderate, .takeOver, .undo, .nudge, .row,
            .phrases, .report, .status, .addQuestion, .typeQuestion, .moveQuestion, .removeQuestion,
            .findQuestions,
            .tick:
            receivedInRoom(message, on: connection)
        case .resume(let resume):
            self.resume(resume, on: connection)
        case .answer(let answer):
            let command: Command =
                answer.probe == true
                ? .reply(question: answer.question, text: answer.text)
                : .answer(question: answer.question, text: answer.text)
            take(command, answer.ref, for: answer.interview, on: connection)
        case .hint(let about):
            take(.hint(question: about.question), about.ref, for: about.interview, on: connection)
        case .dispute(let dispute):
            take(Command(dispute), dispute.ref, for: dispute.interview, on: connection)
        case .reveal(let about):
            take(.reveal(question: about.question), about.ref, for: about.interview, on: connection)
        case .skip(let about):
            take(.skip(question: about.question), about.ref, for: about.interview, on: connection)
        case .unskip(let about):
            take(.unskip(question: about.question), about.ref, for: about.interview, on: connection)
        case .next(let about):
            take(.next(question: about.question), about.ref, for: about.interview, on: connection)
        case .pause(let about):
            take(.pauseClock, about.ref, for: about.interview, on: connection)
        case .continue(let about):
            take(.resumeClock, about.ref, for: about.interview, on: connection)
        case .extend(let extend):
            take(
                .extendClock(seconds: extend.seconds, for: extend.seat), extend.ref, for: extend.interview,
                on: connection)
        case .end(let about):
            take(.end, about.ref, for: about.interview, on: connection)
        case .paste(let paste):
            self.paste(paste, on: connection)
        case .progress(let plain):
            consult(.progress(plain.ref, connection))
        case .forget(let plain):
            forgetReviews(plain.ref, on: connection)
        case .erase(let erase):
            self.erase(erase, on: connection)
        case .flag(let flag):
            self.flag(flag, on: connection)
        case .share, .unshare, .link, .recovery, .claim, .unlink, .note, .unnote:
            receivedErrand(message, on: connection)
        }
    }

    mutating func take(
        _ command: Command, _ ref: Reference, for interview: InterviewID, on connection: ConnectionID
    ) {
        guard let seat = sessions[connection]?.seats[interview] else {
            return refuse(Refused(.notSeated, ref: ref, interview: interview), to: connection)
        }
        let wish = Request.Wish.command(command, by: seat)
        take(Request(connection: connection, ref: ref, wish: wish), for: interview)
    }

    /// Carries a request out now, or as soon as the interview is in memory.
    mutating func take(_ request: Request, for id: InterviewID) {
        if held[id]?.isReady == true {
            return carryOut(request, in: id)
        }
        if held[id] == nil, let key = request.key { return check(key, of: request, for: id) }
        takeUp(request, for: id)
    }

    /// Has the interview read, for a request that may see it.
    mutating func takeUp(_ request: Request, for id: InterviewID) {
        if held[id]?.isReady == true {
            return carryOut(request, in: id)
        }
        guard held[id, default: HeldInterview(id)].waiting.count < Self.maximumWaiting else {
            return refuse(.busy(request, id), to: request.connection)
        }
        held[id, default: HeldInterview(id)].waiting.append(request)
        load(id)
    }

    /// How many requests wait for one interview's events.
    private static let maximumWaiting = 1000

    /// Reads what the log has beyond what was confirmed, once nothing of ours is on its way there.
    mutating func load(_ id: InterviewID) {
        guard let interview = held[id], !interview.isLoading, interview.inFlight == 0 else { return }
        held[id]?.isLoading = true
        // Whatever was announced by now is read.
        held[id]?.announced = 0
        effects.append(.load(id, after: interview.confirmed.seq))
    }

    mutating func carryOut(_ request: Request, in id: InterviewID) {
        // One that waited before it may have been the last who wanted an interview that is over.
        guard held[id] != nil else { return take(request, for: id) }
        switch request.wish {
        case .open(let opener):
            reopened(id, request, opener)
        case .openAgain(let open):
            openAgain(open, from: id, on: request.connection)
        case .resume(let key, let seq):
            resume(request, by: key, after: seq, in: id)
        case .join(let joining, let token):
            carryOut(joining, token: token, for: request, in: id)
        case .row(let seat, _):
            recall(id, .only(seat), after: 0, limit: Self.longestLane, for: request)
        case .command(let command, let seat):
            queue(request, command, by: seat, in: id)
        }
    }

    /// One request of a seat is on its way to the log at a time, so that each is decided on what those before it did.
    private mutating func queue(
        _ request: Request, _ command: Command, by seat: SeatID, in id: InterviewID
    ) {
        guard let hasToWait = held[id]?.hasToWait(seat) else { return }
        guard hasToWait else { return decide(command, by: seat, for: request, in: id) }
        guard held[id]?.queues[seat, default: []].count ?? 0 < HeldInterview.longestQueue else {
            return refuse(.busy(request, id), to: request.connection)
        }
        held[id]?.queues[seat, default: []].append(request)
    }

    private mutating func decide(
        _ command: Command, by seat: SeatID, for request: Request, in id: InterviewID
    ) {
        do {
            let decision = try held[id]?.confirmed.decide(command, by: seat, ref: request.ref) {
                matchers.matcher(for: $0).mark($1)
            }
            switch decision {
            case .commit(let events): commit(events, for: request, by: seat, in: id)
            case .repeated(let seq): recall(id, after: seq - 1, for: request)
            case nil: break
            }
        } catch {
            refuse(Refused(error, ref: request.ref, interview: id), to: request.connection)
        }
    }

    /// - Parameters:
    ///   - request: `nil` where nobody asked for it.
    ///   - seat: whose next request has to wait until the log has answered.
    mutating func commit(
        _ events: [Event], for request: Request?, by seat: SeatID? = nil, at place: Append.Place = .next,
        in id: InterviewID
    ) {
        guard let interview = held[id]?.confirmed else { return }
        lastTicket += 1
        if let seat { held[id]?.busy.insert(seat) }
        held[id]?.inFlight += 1
        inFlight[lastTicket] = (id, request, seat)
        var append = Append(
            interview: id, place: place, events: events, at: now,
            reviews: events.compactMap { interview.review(proposing: $0, at: now) },
            in: interview.opening?.format, ticket: lastTicket)
        noteSayings(of: &append)
        effects.append(.commit(append))
    }
}

extension Command {
    fileprivate init(_ dispute: ClientMessage.Dispute) {
        self = .dispute(
            Dispute(
                question: dispute.question, attempt: dispute.attempt, point: dispute.point,
                ranges: dispute.ranges ?? [], isWithdrawn: dispute.withdrawn ?? false))
    }
}
