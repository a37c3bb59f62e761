import FoundationEssentials
import Interviews
import Marking
import QuestionBank
import Testing

/// Hosts change what is still to be asked.
struct PlanningTests {
    private let host = RoomRehearsal.host

    private func room(_ progression: RoomRules.Progression = .host) throws -> RoomRehearsal {
        var room = try RoomRehearsal(RoomRules(progression: progression))
        try room.join("Ann")
        try room.join("Screen", as: .spectator)
        return room
    }

    private func ids(_ room: RoomRehearsal) -> [String] { room.interview.questions.map(\.id) }

    private func other(_ number: Int) -> Question {
        Question(
            id: "more/\(number)", topic: "more", prompt: "And \(number)?",
            keyPoints: [.init(id: "one", head: "One")],
            samples: [.init(name: "good", text: "One", expected: [:])],
            source: SourceLocation(file: "more.md", line: number))
    }

    @Test func inTheLobbyEverythingMayChange() throws {
        var room = try room()
        let before = ids(room)
        #expect(room.ask(.plan(.move(before[2], to: 0)), by: host).refusal == nil)
        #expect(ids(room) == [before[2], before[0], before[1]])
        #expect(room.ask(.plan(.remove(before[0])), by: host).refusal == nil)
        let topic = Topic(id: "more", title: "More")
        #expect(room.ask(.plan(.add(other(1), of: topic, to: 1)), by: host).refusal == nil)
        #expect(ids(room) == [before[2], "more/1", before[1]])
        #expect(room.interview.questions[1].samples.isEmpty)
        #expect(room.interview.opening?.topics.last == topic)
        let typed = try #require(Question.typed("Why?", points: ["Because: it is so"]))
        #expect(room.ask(.plan(.type(typed, to: nil)), by: host).refusal == nil)
        #expect(room.ask(.plan(.type(typed, to: nil)), by: host).refusal == nil)
        #expect(ids(room).suffix(2) == ["typed/1", "typed/2"])
        room.ask(.start, by: host)
        #expect(room.interview.questions[0].id == before[2])
    }

    @Test(arguments: RoomRules.Progression.allCases)
    func whatWasAskedOfAnybodyStays(progression: RoomRules.Progression) throws {
        var room = try room(progression)
        let before = ids(room)
        room.ask(.start, by: host)
        if progression == .own {
            // One is ahead of all others.
            room.ask(.answer(question: 0, text: "One"), by: SeatID("c1"))
            room.ask(.next(question: 0), by: SeatID("c1"))
        } else {
            room.ask(.next(question: 0), by: host)
        }
        #expect(room.interview.front == 2)
        for id in before.prefix(2) {
            #expect(room.ask(.plan(.remove(id)), by: host).refusal == .notFound)
            #expect(room.ask(.plan(.move(id, to: 2)), by: host).refusal == .notFound)
        }
        // What is put before them comes behind them.
        #expect(room.ask(.plan(.add(other(1), of: nil, to: 0)), by: host).refusal == nil)
        #expect(ids(room) == [before[0], before[1], "more/1", before[2]])
        #expect(room.ask(.plan(.remove(before[2])), by: host).refusal == nil)
        #expect(room.ask(.plan(.remove("more/1")), by: host).refusal == nil)
        #expect(ids(room) == Array(before.prefix(2)))
    }

    @Test func whatWasAskedMeanwhileMakesAChangeVoid() throws {
        var room = try room()
        let before = ids(room)
        room.ask(.start, by: host)
        let decision = try room.interview.decide(
            .plan(.remove(before[1])), by: host, ref: ref("late"), marking: marked)
        room.ask(.next(question: 0), by: host)
        guard case .commit(let events) = decision else {
            Issue.record("refused")
            return
        }
        #expect(room.record(events).map(\.counts) == [false])
        #expect(ids(room) == before)
    }

    /// Two hosts at the same time: the second is decided anew on what the first left.
    @Test func ofTwoChangesAtOnceTheSecondIsVoid() throws {
        var room = try room()
        let before = ids(room)
        var events: [Event] = []
        for (name, id) in [("a", before[1]), ("b", before[2])] {
            let decision = try room.interview.decide(
                .plan(.remove(id)), by: host, ref: ref(name), marking: marked)
            guard case .commit(let decided) = decision else {
                Issue.record("refused")
                return
            }
            events += decided
        }
        #expect(room.record(events).map(\.counts) == [true, false])
        #expect(ids(room) == [before[0], before[2]])
    }

    @Test func aRoomHasOneToSixtyQuestions() throws {
        var room = try room()
        let before = ids(room)
        #expect(room.ask(.plan(.remove(before[0])), by: host).refusal == nil)
        #expect(room.ask(.plan(.remove(before[1])), by: host).refusal == nil)
        #expect(room.ask(.plan(.remove(before[2])), by: host).refusal == .countOutOfRange)
        for number in 2...Settings.maximumCount {
            #expect(room.ask(.plan(.add(other(number), of: nil, to: nil)), by: host).refusal == nil)
        }
        #expect(room.interview.questions.count == Settings.maximumCount)
        #expect(room.ask(.plan(.add(other(99), of: nil, to: nil)), by: host).refusal == .countOutOfRange)
        #expect(room.ask(.plan(.add(other(7), of: nil, to: nil)), by: host).refusal == .nothingToChange)
        #expect(room.ask(.plan(.move("more/7", to: 9999)), by: host).refusal == nil)
        #expect(ids(room).last == "more/7")
        #expect(room.ask(.plan(.move("more/7", to: 9999)), by: host).refusal == .nothingToChange)
        // No event goes beyond, whoever proposes it.
        let changed = Event.PlanChanged(
            by: host, ref: ref("much"), from: Int.max, questions: [other(1)], after: room.log.count)
        #expect(room.record([.planChanged(changed)]).map(\.counts) == [false])
    }

    @Test func othersLearnOnlyHowManyThereAre() throws {
        var room = try room()
        for seat in ["c1", "s1"] {
            #expect(room.ask(.plan(.remove(ids(room)[0])), by: SeatID(seat)).refusal == .notAllowed)
        }
        let applied = room.ask(.plan(.add(other(1), of: nil, to: nil)), by: host).applied
        #expect(applied.flatMap(\.notices).map(\.content) == [.planned(count: 4)])
        room.ask(.end, by: host)
        #expect(room.ask(.plan(.remove("more/1")), by: host).refusal == .ended)
    }

    @Test func aTypedQuestionIsReadAsTheBankIs() throws {
        let typed = try #require(
            Question.typed(
                "  What is recall? \n",
                points: ["Share: of positives found", " ", "Says nothing of precision"],
                glossary: [.init(name: "recall", alternatives: ["sensitivity"])]))
        #expect(typed.prompt == "What is recall?")
        #expect(typed.keyPoints.map(\.head) == ["Share", "Says nothing of precision"])
        #expect(typed.keyPoints.map(\.gist) == ["of positives found", ""])
        #expect(typed.terms.map(\.name) == ["recall"])
        #expect(typed.language == nil && typed.topic == Question.typedTopic.id)
        let german = Question.typed(
            "Was ist der Unterschied, und wann wird er wichtig?", points: ["Nicht der Name"])
        #expect(german?.language == "de")
        let twins = Question.typed("Why?", points: ["So", "So", ":x"])
        #expect(Set(twins?.keyPoints.map(\.id) ?? []).count == 3)
    }

    @Test(arguments: [
        ("", 0, 1), (" \n", 0, 1), ("?", 21, 1), ("?", 1, 301), (String(repeating: "x", count: 2001), 0, 1),
    ])
    func aTypedQuestionHasItsBounds(prompt: String, points: Int, length: Int) {
        let points = Array(repeating: String(repeating: "p", count: length), count: points)
        #expect(Question.typed(prompt, points: points) == nil)
    }

    @Test func withoutKeyPointsAnAnswerSaysNothingOfCoverage() throws {
        var room = try room()
        let ann = SeatID("c1")
        let typed = try #require(Question.typed("How was it?", points: []))
        room.ask(.plan(.type(typed, to: 0)), by: host)
        room.ask(.start, by: host)
        room.ask(.answer(question: 0, text: "Quite \n good."), by: ann)
        #expect(room.interview.response(of: ann, to: 0).phrases == ["": "Quite good."])
        room.ask(.next(question: 0), by: host)
        room.ask(.answer(question: 1, text: "One Two"), by: ann)
        let report = room.interview.report(for: ann)
        #expect(report.questions.map(\.outcome) == [.answered, .answered, .notAsked, .notAsked])
        #expect(report.coverage == 1 && report.topics.count == 1)
    }
}
