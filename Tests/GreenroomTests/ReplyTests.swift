import HubStage
import Interviews
import QuestionBank
import Testing
import Wire

@testable import Greenroom

/// Every request gets exactly one reply, whatever became of what it wanted.
struct ReplyTests {
    /// A request of every type about an interview, and once more with what makes no sense.
    private func requests(_ id: InterviewID, _ token: String, _ round: Int) -> [ClientMessage] {
        let question = round % 4
        func name(_ type: String) -> Reference { ref("\(type)-\(round)") }
        guard let secret = SeatSecret(String(repeating: "s", count: 43)),
            let note = NoteID("note\(100_000_000_000 + round)"),
            let unknown = ShareName(String(repeating: "0", count: 64))
        else { return [] }
        func about(_ type: String) -> ClientMessage.AboutQuestion {
            .init(ref: name(type), interview: id, question: question)
        }
        func whole(_ type: String) -> ClientMessage.AboutInterview { .init(ref: name(type), interview: id) }
        return [
            .hint(about("hint")), .reveal(about("reveal1")), .reveal(about("reveal2")),
            .answer(.init(ref: name("answer"), interview: id, question: question, text: "one")),
            .answer(.init(ref: name("reply"), interview: id, question: question, text: "two", probe: true)),
            .reveal(about("reveal3")), .reveal(about("reveal4")),
            .dispute(
                .init(ref: name("dispute1"), interview: id, question: question, attempt: 1, point: "p")),
            .dispute(
                .init(ref: name("dispute2"), interview: id, question: question, attempt: 9, point: "?")),
            .pause(whole("pause1")), .pause(whole("pause2")), .continue(whole("continue")),
            .extend(.init(ref: name("extend"), interview: id, seconds: 60)),
            .skip(about("skip1")), .unskip(about("unskip")), .skip(about("skip2")), .next(about("next")),
            .resume(.init(ref: name("resume1"), interview: id, token: token, seq: 0)),
            .resume(.init(ref: name("resume2"), interview: id, token: "wrong", seq: round)),
            .progress(.init(ref: name("progress"))), .forget(.init(ref: name("forget"))),
            .flag(.init(ref: name("flag1"), question: "nets-1", fault: .unclear)),
            .flag(.init(ref: name("flag2"), question: "nowhere", fault: .wrongPoint, note: "?")),
            .share(.init(ref: name("share"), interview: id, secret: secret)),
            .note(
                .init(
                    ref: name("note1"), note: note, interview: id,
                    place: .init(question: question, attempt: 1, start: 0, end: 2), text: "Why?")),
            .note(.init(ref: name("note2"), note: note, link: secret, thread: note, name: "?", text: "Why?")),
            .unnote(.init(ref: name("unnote1"), note: note, interview: id)),
            .unnote(.init(ref: name("unnote2"), note: note, link: secret)),
            .unshare(
                .init(ref: name("unshare1"), share: ShareName(SeatToken.digest(of: secret.text)) ?? unknown)),
            .unshare(.init(ref: name("unshare2"), share: unknown)),
            .link(.init(ref: name("link"), secret: secret)),
            .recovery(.init(ref: name("recovery"), code: nil)),
            .claim(.init(ref: name("claim"), pass: .link(secret))),
            .unlink(.init(ref: name("unlink"), browser: unknown)),
            .paste(.init(ref: name("paste"), name: "a.md", part: 1, parts: 2, text: "?")),
            .open(.init(ref: name("open"), topics: [], count: 1, seed: "s", pace: .instant)),
        ]
    }

    @Test(arguments: [false, true])
    func everyRequestGetsOneReply(isCommittedAtOnce: Bool) throws {
        var stage = Stage()
        let opened = try stage.open()
        _ = stage.heard()
        var sent: [Reference] = []
        var replies: [Reference: Int] = [:]
        for round in 0..<6 {
            for message in requests(opened.interview, opened.token ?? "", round) {
                stage.say(message)
                if let ref = message.ref { sent.append(ref) }
                if isCommittedAtOnce { try settle(&stage) }
            }
            if round == 4 {
                let end = ClientMessage.AboutInterview(ref: ref("end"), interview: opened.interview)
                stage.say(.end(end))
                sent.append(end.ref)
            }
            try settle(&stage)
            for ref in stage.heardInFull().compactMap(\.reply) { replies[ref, default: 0] += 1 }
        }
        for ref in sent { #expect(replies[ref] == 1, "\(ref)") }
    }

    private func settle(_ stage: inout Stage) throws {
        while !stage.appends.isEmpty || !stage.loads.isEmpty {
            try stage.commit()
            try stage.load()
        }
    }
}
