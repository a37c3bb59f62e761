import Interviews
import Marking
import QuestionBank
import Testing

/// The hot seat: one answers, the others listen with the key points before their eyes.
struct TickTests {
    private let host = RoomRehearsal.host
    private let ann = SeatID("c1")
    private let bob = SeatID("c2")
    private let screen = SeatID("s1")

    private func room(_ form: RoomRules.Form = .hotSeat) throws -> RoomRehearsal {
        var rules = RoomRules(progression: .host)
        rules.form = form
        var room = try RoomRehearsal(rules)
        try room.join("Ann")
        try room.join("Bob")
        try room.join("Screen", as: .spectator)
        room.ask(.start, by: host)
        return room
    }

    private func tick(_ point: String = "one", _ isSaid: Bool = true, question: Int = 0) -> Command {
        .tick(question: question, point: point, isSaid: isSaid)
    }

    @Test func thoseWhoListenTickAndAreCounted() throws {
        var room = try room()
        #expect(room.interview.hotSeat(of: 0) == ann)
        let applied = room.ask(tick(), by: bob).applied
        #expect(applied.flatMap(\.notices).map(\.audience) == [.seat(bob)])
        #expect(room.ask(tick("two"), by: screen).refusal == nil)
        #expect(room.ask(tick(), by: screen).refusal == nil)
        #expect(room.ask(tick("two", false), by: screen).refusal == nil)
        #expect(room.interview.ticks(of: 0).followers == 2)
        #expect(room.interview.ticks(of: 0).heard == ["one": 2])
        // It says nothing of their own answers.
        #expect(!room.interview.isDealtWith(0, by: bob))
        #expect(room.interview.report(for: bob).questions[0].outcome == .open)
    }

    @Test func nobodyElseAndNothingElseIsTicked() throws {
        var room = try room()
        #expect(room.ask(tick(), by: ann).refusal == .notAllowed)
        #expect(room.ask(tick(), by: host).refusal == .notAllowed)
        #expect(room.ask(tick("three"), by: bob).refusal == .notFound)
        #expect(room.ask(tick("one", false), by: bob).refusal == .nothingToChange)
        #expect(room.ask(tick(question: 1), by: bob).refusal == .notAsked(question: 1))
        room.ask(.close(question: 0), by: host)
        #expect(room.ask(tick(), by: bob).refusal == .notAsked(question: 0))
        room.ask(.undo, by: host)
        #expect(room.ask(tick(), by: bob).refusal == nil)
        var everyone = try self.room(.everyone)
        #expect(everyone.ask(tick(), by: bob).refusal == .notAllowed)
    }

    /// Two take turns as the one who asks and the one who answers, with nobody doing anything about it.
    @Test func twoSwapRolesWithEachQuestion() throws {
        var room = try room()
        var answering: [SeatID?] = []
        for question in 0..<3 {
            answering.append(room.interview.answering)
            let (one, other) = question % 2 == 0 ? (ann, bob) : (bob, ann)
            #expect(room.interview.follows(other, question) && !room.interview.follows(one, question))
            #expect(room.ask(.answer(question: question, text: "One"), by: other).refusal == .notAllowed)
            #expect(room.ask(.answer(question: question, text: "One"), by: one).refusal == nil)
            #expect(room.ask(tick(question: question), by: other).refusal == nil)
            room.ask(.next(question: question), by: host)
        }
        #expect(answering == [ann, bob, ann])
    }

    /// Whoever has seen the points of a question is not asked it, though the room goes back to it.
    @Test func goingBackLeavesTheHotSeatAsItWas() throws {
        var room = try room()
        room.ask(.next(question: 0), by: host)
        #expect(room.interview.answering == bob)
        #expect(room.ask(.undo, by: host).refusal == nil)
        #expect(room.interview.current == 0 && room.interview.answering == ann)
        #expect(room.ask(.answer(question: 0, text: "One"), by: bob).refusal == .notAllowed)
        room.ask(.next(question: 0), by: host)
        #expect(room.interview.answering == bob)
    }
}
