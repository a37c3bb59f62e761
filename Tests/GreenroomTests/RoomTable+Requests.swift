import HubStage
import Interviews
import QuestionBank
import Wire

@testable import Greenroom

extension RoomTable {
    /// Every type of message, some of them in two ways.
    static let requests = ClientMessage.Kind.allCases.flatMap { kind -> [String] in
        switch kind {
        case .change: ["change-another", "change-oneself"]
        case .extend: ["extend", "extend-one"]
        case .report: ["report", "report-another"]
        case .rule: ["rule", "rule-for-all"]
        case .say: ["say", "say-to-hosts"]
        default: [kind.rawValue]
        }
    }

    /// What somebody says to ask for it, about the question at hand, or as near to it as it can be.
    ///
    /// - Parameter said: the number of a message in the chat.
    static func message(
        _ request: String, _ ref: Reference, of who: Who, in interview: Interview, _ said: Int, _ code: String
    ) -> ClientMessage? {
        let id = interview.id
        let words = request.split(separator: "-").map(String.init)
        guard let kind = words.first.flatMap({ ClientMessage.Kind(rawValue: $0) }),
            let secret = RoomOnStage.secret(who.number),
            let other = InterviewID("anotherinterview\(who.number)")
        else { return nil }
        let isSecond = words.count > 1 && ["one", "another", "for", "to"].contains(words[1])
        let about = ClientMessage.AboutQuestion(ref: ref, interview: id, question: 0)
        let whole = ClientMessage.AboutInterview(ref: ref, interview: id)
        let plan = interview.questions.map(\.id)
        let target = SeatID(who == .follower ? "c2" : "c3")
        switch kind {
        case .open:
            var open = ClientMessage.Open(ref: ref, count: 1, seed: "s", pace: .instant)
            (open.interview, open.secret) = (other, secret)
            return .open(open)
        case .resume: return .resume(.init(ref: ref, interview: id, token: secret.text, seq: 0))
        case .join: return .join(.init(ref: ref, code: code, secret: secret, name: "N"))
        case .answer: return .answer(.init(ref: ref, interview: id, question: 0, text: "Something else."))
        case .hint: return .hint(about)
        case .dispute: return .dispute(.init(ref: ref, interview: id, question: 0, attempt: 1, point: "p"))
        case .reveal: return .reveal(about)
        case .skip: return .skip(about)
        case .unskip: return .unskip(about)
        case .next: return .next(about)
        case .pause: return .pause(whole)
        case .continue: return .continue(whole)
        case .extend:
            return .extend(.init(ref: ref, interview: id, seconds: 60, seat: isSecond ? target : nil))
        case .end: return .end(whole)
        case .paste:
            let text = "# A\n\n## What is X?\n\n- Head: it is a letter\n"
            return .paste(.init(ref: ref, name: "a.md", part: 0, parts: 1, text: text))
        case .progress: return .progress(.init(ref: ref))
        case .forget: return .forget(.init(ref: ref))
        case .erase: return .erase(.init(ref: ref, interview: id))
        case .flag: return .flag(.init(ref: ref, question: "nets-1", fault: .unclear))
        case .share: return .share(.init(ref: ref, interview: id, secret: secret))
        case .unshare:
            // The link of ``share`` just before, where there is one.
            return ShareName(SeatToken.digest(of: secret.text)).map { .unshare(.init(ref: ref, share: $0)) }
        case .link: return .link(.init(ref: ref, secret: secret))
        case .recovery: return .recovery(.init(ref: ref, code: nil))
        // By the link of ``link`` just before, which is one's own.
        case .claim: return .claim(.init(ref: ref, pass: .link(secret)))
        case .unlink:
            return ShareName(SeatToken.digest(of: secret.text)).map {
                .unlink(.init(ref: ref, browser: $0))
            }
        case .note, .unnote:
            // About a thread that is not there: nobody learns by it what there is.
            guard let note = NoteID("notenotenotenote\(who.number)") else { return nil }
            return kind == .unnote
                ? .unnote(.init(ref: ref, note: note, interview: id))
                : .note(.init(ref: ref, note: note, interview: id, thread: note, text: "Why?"))
        case .start: return .start(whole)
        case .close: return .close(about)
        case .show: return .show(about)
        case .phrases: return .phrases(about)
        case .lock: return .lock(.init(ref: ref, interview: id, locked: true))
        case .change:
            let seat = isSecond ? target : interview.seats.held(by: SeatToken.digest(of: secret.text))?.id
            return .change(.init(ref: ref, interview: id, seat: seat ?? target, name: "New"))
        case .rule:
            return .rule(
                .init(
                    ref: ref, interview: id, seat: SeatID("c2"), question: 0, attempt: 1, point: "p",
                    said: true,
                    everybody: isSecond))
        case .say: return .say(.init(ref: ref, interview: id, text: "Hm.", to: isSecond ? .hosts : nil))
        case .moderate: return .moderate(.init(ref: ref, interview: id, message: said, pinned: true))
        case .takeOver: return .takeOver(whole)
        case .undo: return .undo(whole)
        case .nudge: return .nudge(.init(ref: ref, interview: id, seat: target))
        case .row: return .row(.init(ref: ref, interview: id, seat: SeatID("c2"), question: 0))
        case .report: return .report(.init(ref: ref, interview: id, seat: isSecond ? target : nil))
        case .status: return .status(.init(interview: id, status: .writing))
        case .addQuestion:
            let rest = (1...4).map { "nets-\($0)" }.first { !plan.contains($0) }
            return .addQuestion(.init(ref: ref, interview: id, id: rest ?? ""))
        case .typeQuestion:
            return .typeQuestion(.init(ref: ref, interview: id, prompt: "Why?", points: ["So"]))
        case .moveQuestion: return .moveQuestion(.init(ref: ref, interview: id, id: plan.last ?? "", to: 1))
        case .removeQuestion: return .removeQuestion(.init(ref: ref, interview: id, id: plan.last ?? ""))
        case .findQuestions: return .findQuestions(.init(ref: ref, interview: id, text: ""))
        case .tick: return .tick(.init(ref: ref, interview: id, question: 0, point: "p", said: true))
        }
    }
}
