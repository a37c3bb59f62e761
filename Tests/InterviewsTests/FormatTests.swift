import FoundationEssentials
import Interviews
import QuestionBank
import Testing

struct FormatTests {
    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00.000Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (1_795_204_799_999, "2026-11-20T19:59:59.999Z"), (-1, "1969-12-31T23:59:59.999Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
    ])
    func timestampsAreWrittenAsRFC3339(milliseconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).rfc3339 == text)
    }

    @Test(arguments: ["", "a b", "é", String(repeating: "a", count: 65), "a/b", "\u{0}"])
    func aReferenceIsShortPlainASCII(text: String) {
        #expect(Reference(text) == nil)
    }

    @Test(arguments: [
        "", "0123456789abcde", "0123456789ABCDEF", "0123456789abcdé0", String(repeating: "a", count: 33),
    ])
    func anInterviewsNameHasItsForm(text: String) {
        #expect(InterviewID(text) == nil)
    }

    @Test func everyKindOfEventSurvivesTheLog() throws {
        var rehearsal = try Rehearsal(visitor: "ann") { settings in
            settings.limit = Settings.TimeLimit(per: .question, seconds: 15)
            settings.weights = ["nets": 2, "stats": 3]
        }
        try rehearsal.perform(.hint(question: 0), ref: "h")
        try rehearsal.perform(.pauseClock, ref: "p")
        try rehearsal.perform(.resumeClock, ref: "r")
        try rehearsal.perform(.extendClock(seconds: 60), ref: "x")
        rehearsal.pass(seconds: 1000)
        rehearsal.record([.answersClosed(.init(question: 0))])
        try rehearsal.perform(.answer(question: 0, text: "One 😀"), ref: "a")
        let dispute = Command.Dispute(
            question: 0, attempt: 1, point: "two", ranges: [TextRange(start: 0, end: 3)], isWithdrawn: false)
        try rehearsal.perform(.dispute(dispute), ref: "i")
        try rehearsal.perform(.reply(question: 0, text: "Two"), ref: "y")
        try rehearsal.perform(.reveal(question: 0), ref: "b")
        try rehearsal.perform(.next(question: 0), ref: "c")
        try rehearsal.perform(.skip(question: 1), ref: "d")
        try rehearsal.perform(.unskip(question: 1), ref: "u")
        try rehearsal.perform(.end, ref: "e")
        rehearsal.record([
            .seatChanged(
                .init(seat: candidate, by: candidate, ref: ref("s"), name: SeatName("Åsa"), role: .host)),
            .roomLocked(.init(by: candidate, ref: ref("l"), isLocked: true)),
            .boardRevealed(.init(question: 0, by: candidate, ref: ref("v"))),
            .ruled(
                .init(
                    by: candidate, ref: ref("ru"), seat: candidate, question: 0, attempt: 1, point: "two",
                    isSaid: true)),
            .said(.init(seat: candidate, ref: ref("sa"), text: "hm", to: .hosts)),
            .chatChanged(.init(by: candidate, ref: ref("cc"), message: 3, isPinned: true)),
            .ticked(.init(seat: candidate, ref: ref("ti"), question: 0, point: "one", isSaid: true)),
            .planChanged(
                .init(
                    by: candidate, ref: ref("pc"), from: 2, questions: smallBank.questions, after: 3,
                    topics: smallBank.topics)),
            .seatErased(.init(seat: candidate)), .erased(.init(.answered)),
        ])
        #expect(Set(rehearsal.log.map(\.event.kind)) == Set(Event.Kind.allCases))
        for recorded in rehearsal.log {
            let json = try JSONEncoder().encode(recorded.event)
            #expect(try JSONDecoder().decode(Event.self, from: json) == recorded.event)
        }
    }

    @Test func anOpeningWithoutTheNewerSettingsIsCoachedAndHasNoLimit() throws {
        let json = #"{"topics":["nets"],"count":3,"seed":"s","pace":"natural"}"#
        let settings = try JSONDecoder().decode(Settings.self, from: Data(json.utf8))
        #expect(settings == Settings(topics: ["nets"], count: 3, seed: "s", pace: .natural))
    }

    @Test func theKindStandsBesideItsFields() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = try encoder.encode(Event.questionAsked(.init(question: 3, seat: candidate, ref: ref("a"))))
        #expect(
            String(decoding: json, as: UTF8.self)
                == #"{"kind":"questionAsked","question":3,"ref":"a","seat":"c1"}"#)
    }
}
