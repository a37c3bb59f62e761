import Interviews
import Wire

extension CandidateSession {
    /// Whether what is typed can be dealt with: nothing is under way.
    var isReady: Bool {
        !isFinished && link == .seated && inDoubt == nil && (current != nil || room != nil) && speaking == nil
            && !isCatchingUp
    }

    /// Deals with what was typed, as far as it can be now.
    mutating func takeTyped() {
        if again != nil { return takeTypedAfterTheEnd() }
        if let asksToEnter { return takeTypedToEnter(asksToEnter) }
        askForReport()
        while isReady, !isHeldBack, !typed.isEmpty || inputIsOver {
            guard !typed.isEmpty else {
                end()
                return
            }
            switch typed.removeFirst() {
            case .line(let line, let isPasted): take(line, isPasted: isPasted)
            case .end: end()
            }
        }
        if isReady { effects.append(.prompt) }
    }

    private mutating func take(_ line: String, isPasted: Bool) {
        do throws(CandidateCommand.Unreadable) {
            if !isPasted, let command = try CandidateCommand.read(line) {
                return perform(command, typed: line)
            }
        } catch {
            // Within an answer a slash may be the answer's own.
            if draft.isEmpty { return say(error.sentence) }
        }
        let isBlank = line.allSatisfy(\.isWhitespace)
        guard isBlank, !isPasted else {
            draft.append(line.hasPrefix("//") ? String(line.dropFirst()) : line)
            return
        }
        if !draft.isEmpty { submit() }
    }

    /// Ctrl-D: it ends the answer, or, where there is none, the interview.
    private mutating func end() {
        if !draft.isEmpty { return submit() }
        // A script that has said everything stays to a room's end.
        guard room == nil || manner.isConversation else { return inputIsOver = false }
        perform(.end, typed: "")
    }

    mutating func submit() {
        guard let seat else { return }
        if let obstacle = room?.obstacle(to: current) { return say(obstacle) }
        guard let current else { return }
        let text = draft.asTyped
        let isReply = questions[current]?.probe != nil && !isRetrying
        draft = []
        isRetrying = false
        request(
            .answer(
                .init(
                    ref: makeReference(), interview: seat.interview, question: current, text: text,
                    probe: isReply ? true : nil)))
    }

    private mutating func perform(_ command: CandidateCommand, typed line: String) {
        guard let seat else { return }
        let asked = asksAgain
        asksAgain = nil
        if command.leavesTheAnswer, !draft.isEmpty {
            // In a script the command ends the answer.
            guard manner.isConversation else {
                typed.insert(.line(line, isPasted: false), at: 0)
                return submit()
            }
            return say(Words.unsentAnswer)
        }
        guard !performInRoom(command, asked) else { return }
        guard let current else { return say(Words.nothingAsked) }
        switch command {
        case .say, .people: say(Words.onlyInRooms)
        case .help: show(Words.help(hasClock: clock != nil))
        case .question: showQuestion(current)
        case .again: say(Words.notYetOver)
        case .time: say(clock.map { Words.left($0.remaining(at: now), $0.isRunning) } ?? Words.noClock)
        case .drop:
            draft = []
            say(Words.dropped)
        case .retry:
            isRetrying = true
            say(Words.retry)
        case .hint: request(.hint(about(current, seat)))
        case .points: showPoints(of: current)
        case .model: request(.reveal(about(current, seat)))
        case .next: request(.next(about(current, seat)))
        case .skip:
            guard !needsSecond(.skip, asked, Words.lastSkip, when: isLast(current)) else { return }
            request(.skip(about(current, seat)))
        case .undo:
            let skipped = questions.values.filter { $0.isSkipped && $0.head.index < current }.map(
                \.head.index)
            guard let last = skipped.max() else { return say(Words.nothingToUndo) }
            request(.unskip(about(last, seat)))
        case .pause: request(.pause(.init(ref: makeReference(), interview: seat.interview)))
        case .continue: request(.continue(.init(ref: makeReference(), interview: seat.interview)))
        case .extend(let seconds):
            request(.extend(.init(ref: makeReference(), interview: seat.interview, seconds: seconds)))
        case .dispute(let point, let words): dispute(point, saidAs: words, in: current)
        case .withdraw(let point): withdraw(point, in: current)
        case .progress: request(.progress(.init(ref: makeReference())))
        case .end:
            guard !needsSecond(.end, asked, Words.endAgain, when: true) else { return }
            request(.end(.init(ref: makeReference(), interview: seat.interview)))
        }
    }

    private mutating func about(_ question: Int, _ seat: SeatNote) -> ClientMessage.AboutQuestion {
        ClientMessage.AboutQuestion(ref: makeReference(), interview: seat.interview, question: question)
    }

    /// Asks a person to say it again where something would be lost.
    mutating func needsSecond(
        _ command: CandidateCommand, _ asked: CandidateCommand?, _ sentence: String, when matters: Bool
    ) -> Bool {
        guard matters, manner.isConversation, asked != command else { return false }
        asksAgain = command
        say(sentence)
        return true
    }

    private func isLast(_ question: Int) -> Bool {
        questions[question].map { $0.head.index == $0.head.of - 1 } ?? false
    }

    private mutating func showQuestion(_ index: Int) {
        guard let question = questions[index] else { return }
        show(Feedback.heading(question.head) + Feedback.prompt(question.head))
    }
}

extension CandidateCommand {
    /// Leaves the question behind, and an answer that was not sent with it.
    fileprivate var leavesTheAnswer: Bool {
        switch self {
        case .next, .skip, .end, .undo: true
        default: false
        }
    }
}

extension CandidateCommand.Unreadable {
    fileprivate var sentence: String {
        switch self {
        case .unknown(let name): Words.noSuchCommand(name)
        case .usage(let usage): Words.usage(usage)
        }
    }
}

extension [String] {
    /// The text of an answer. To whoever reads it a line's end is the end of a thought, so a line that went on
    /// only because a terminal's line is short, is one with the next.
    fileprivate var asTyped: String {
        var text = ""
        var last = ""
        for line in self {
            let goesOn = last.columns >= 40 && line.first?.isLowercase == true
            if !last.isEmpty || !text.isEmpty { text += goesOn ? " " : "\n" }
            text += line
            last = line
        }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
