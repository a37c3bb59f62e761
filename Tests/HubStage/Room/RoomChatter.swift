package import Interviews
import Marking
package import Wire

/// What people in a room may come to ask for, drawn by chance: every type of message that is about a room, whether the
/// moment and their role allow it or not.
package struct RoomChatter {
    /// Who asks, and in which room.
    package struct Speaker {
        package var number: Int
        package var interview: InterviewID
        /// The question that is likely the one at hand.
        package var current: Int

        package init(number: Int, interview: InterviewID, current: Int) {
            (self.number, self.interview, self.current) = (number, interview, current)
        }
    }

    package static let seats = ["h1", "c1", "c2", "c3", "c4", "c5", "s1"].map { SeatID($0) }

    /// The answer of a person to a question can be found again in whatever is told.
    package static func answer(_ question: Int, of number: Int) -> String { "mark\(question)of\(number)." }

    /// What somebody says to the hosts alone can be found again, too.
    static func aside(of number: Int) -> String { "aside\(number)." }

    /// As often as they come here.
    private static let kinds: [ClientMessage.Kind] = [
        .answer, .answer, .answer, .answer, .answer, .answer, .hint, .dispute, .reveal, .skip, .unskip, .next,
        .next,
        .pause, .continue, .extend, .start, .start, .close, .show, .lock, .change, .change, .change, .rule,
        .rule, .say,
        .moderate, .takeOver, .undo, .nudge, .row, .phrases, .report, .status, .addQuestion, .typeQuestion,
        .moveQuestion,
        .removeQuestion, .findQuestions, .tick, .tick, .end,
    ]

    /// The types that come here.
    package static var types: Set<ClientMessage.Kind> { Set(kinds) }

    /// What somebody asks for who knows what one may; `nil` for somebody alone.
    package static func usual(for role: Seat.Role?) -> Set<ClientMessage.Kind> {
        switch role {
        case .host:
            [
                .start, .next, .close, .show, .change, .rule, .say, .moderate, .undo, .row, .phrases, .report,
                .pause, .continue, .extend, .addQuestion, .typeQuestion, .moveQuestion, .removeQuestion,
                .lock,
                .end,
            ]
        case .candidate: [.answer, .hint, .dispute, .reveal, .skip, .unskip, .say, .phrases, .tick, .status]
        case .spectator: [.say, .phrases, .status, .tick]
        case nil:
            [.answer, .hint, .dispute, .reveal, .skip, .unskip, .next, .pause, .continue, .extend, .end]
        }
    }

    /// `nil` where nobody says anything.
    package static func message(_ ref: Reference, _ speaker: Speaker, _ dice: inout FuzzRandom)
        -> ClientMessage?
    {
        let id = speaker.interview
        // Mostly about the question at hand.
        let question = dice.below(4) > 0 ? speaker.current : dice.below(4)
        let about = ClientMessage.AboutQuestion(ref: ref, interview: id, question: question)
        let whole = ClientMessage.AboutInterview(ref: ref, interview: id)
        let seat = seats[dice.below(seats.count)]
        let isOne = dice.below(2) == 0
        let bankID = "nets-\(1 + dice.below(5))"
        switch kinds[dice.below(kinds.count)] {
        case .answer:
            let text =
                "It prevents \(isOne ? "overfitting" : "much"), says \(answer(question, of: speaker.number))"
            let isReply = dice.below(6) == 0 ? true : nil
            return .answer(.init(ref: ref, interview: id, question: question, text: text, probe: isReply))
        case .hint: return .hint(about)
        case .dispute:
            return .dispute(
                .init(ref: ref, interview: id, question: question, attempt: 1, point: "p", withdrawn: isOne))
        case .reveal: return .reveal(about)
        case .skip: return .skip(about)
        case .unskip: return .unskip(about)
        case .next: return .next(about)
        case .pause: return .pause(whole)
        case .continue: return .continue(whole)
        case .extend: return .extend(.init(ref: ref, interview: id, seconds: 30, seat: isOne ? seat : nil))
        case .start: return .start(whole)
        case .close: return .close(about)
        case .show: return isOne ? .show(about) : nil
        case .phrases: return .phrases(about)
        case .lock: return .lock(.init(ref: ref, interview: id, locked: dice.below(3) == 0))
        case .change: return change(ref, id, seat, &dice)
        case .rule:
            return .rule(
                .init(
                    ref: ref, interview: id, seat: seat, question: question, attempt: 1, point: "p",
                    said: dice.below(3) > 0, ranges: isOne ? [] : [.init(start: 3, end: 11)],
                    withdrawn: dice.below(4) == 0, everybody: dice.below(2) == 0))
        case .say:
            return .say(
                .init(
                    ref: ref, interview: id, text: isOne ? aside(of: speaker.number) : "Hello.",
                    to: isOne ? .hosts : nil))
        case .moderate:
            return .moderate(.init(ref: ref, interview: id, message: 9 + dice.below(40), pinned: isOne))
        case .takeOver: return .takeOver(whole)
        case .undo: return .undo(whole)
        case .nudge: return .nudge(.init(ref: ref, interview: id, seat: seat))
        case .row: return .row(.init(ref: ref, interview: id, seat: seat, question: question))
        case .report: return .report(.init(ref: ref, interview: id, seat: isOne ? seat : nil))
        case .status:
            let doings = ClientMessage.Status.Doing.allCases
            return .status(.init(interview: id, status: doings[dice.below(doings.count)]))
        case .addQuestion:
            return .addQuestion(.init(ref: ref, interview: id, id: bankID, to: isOne ? 2 : nil))
        case .typeQuestion:
            return .typeQuestion(.init(ref: ref, interview: id, prompt: "Why?", points: ["So"]))
        case .moveQuestion:
            return .moveQuestion(.init(ref: ref, interview: id, id: bankID, to: dice.below(4)))
        case .removeQuestion: return .removeQuestion(.init(ref: ref, interview: id, id: bankID))
        case .findQuestions:
            return .findQuestions(.init(ref: ref, interview: id, text: isOne ? "" : "prevents"))
        case .tick:
            return .tick(
                .init(ref: ref, interview: id, question: question, point: "p", said: dice.below(3) > 0))
        case .end: return dice.below(12) == 0 ? .end(whole) : nil
        case .open, .resume, .join, .paste, .progress, .forget, .erase, .flag, .share, .unshare, .link,
            .recovery, .claim, .unlink, .note, .unnote:
            return nil
        }
    }

    private static func change(
        _ ref: Reference, _ id: InterviewID, _ seat: SeatID, _ dice: inout FuzzRandom
    ) -> ClientMessage {
        var change = ClientMessage.Change(ref: ref, interview: id, seat: seat)
        switch dice.below(4) {
        case 0: change.name = "N\(dice.below(3))"
        case 1: change.muted = dice.below(2) == 0
        case 2: change.role = Seat.Role.allCases[dice.below(3)]
        default: change.standing = dice.below(5) == 0 ? .banned : dice.below(2) == 0 ? .removed : .present
        }
        return .change(change)
    }
}
