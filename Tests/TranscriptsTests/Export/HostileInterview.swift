import Interviews
import Marking
import QuestionBank
import Testing

@testable import Transcripts

/// A room's interview with everything in it that can be in one, and the same text wherever somebody could put one.
struct HostileInterview {
    let events: [RecordedEvent]

    init(_ text: String) throws {
        let (host, ann, bob) = (SeatID("h1"), SeatID("c1"), SeatID("c2"))
        func ref(_ name: String) throws -> Reference { try #require(Reference(name)) }
        let questions = (0..<2).map { index in
            Question(
                id: "q/\(index)", topic: "t", prompt: "What? \(text)", difficulty: .hard, tags: [text],
                keyPoints: [
                    KeyPoint(
                        id: "a", head: "A \(text)", gist: text, phrasings: [text], hint: text, probe: text,
                        group: 0),
                    KeyPoint(id: "b", head: "B", gist: text, weight: 2.5, group: 0),
                    KeyPoint(id: "c", head: "C", isRequired: true),
                    KeyPoint(id: "m", head: "M \(text)", isMisconception: true),
                ],
                groups: [Rubric.Group(needed: 1)], terms: [Rubric.Term(name: text, alternatives: [text])],
                modelAnswer: text, samples: [SampleAnswer(name: text, text: text, expected: ["a": .hit])],
                references: [text], followUps: [text], flags: [.draftedKeyPoints], language: "de",
                source: SourceLocation(file: text, line: 3))
        }
        var settings = Settings(topics: ["t"], count: 2, seed: "seed", pace: .instant)
        settings.limit = Settings.TimeLimit(per: .question, seconds: 60)
        var rules = RoomRules(progression: .host)
        rules.passwordDigest = "password"
        let opened = Event.Opened(
            settings: settings, bank: "bank", topics: [Topic(id: "t", title: "T \(text)")],
            questions: questions,
            visitor: "visitor-of-all", room: rules, code: RoomCode("k7mq2xrd"))
        func mark(_ answer: String) -> Mark {
            let end = answer.utf16.count
            let evidence = end > 0 ? [Evidence(start: 0, end: end, rule: text)] : []
            return Mark(
                points: [
                    PointMark(keyPoint: "a", verdict: .partial, strength: 0.5, evidence: evidence),
                    PointMark(keyPoint: "b", verdict: .hit, strength: 1, evidence: evidence),
                    PointMark(keyPoint: "c", verdict: .contradicted, strength: 0.1 + 0.2, evidence: []),
                    PointMark(keyPoint: "m", verdict: .held, strength: 1, evidence: evidence),
                ], coverage: 1.0 / 3, remarks: [.unsure, .echo], matcher: "1.3")
        }
        func answer(_ seat: SeatID, _ text: String, _ attempt: Int, _ name: String) throws -> Event {
            .answered(
                .init(
                    seat: seat, ref: try ref(name), question: 0, attempt: attempt, text: text,
                    mark: mark(text)))
        }
        var events: [Event] = [.opened(opened)]
        for (id, role, name) in [
            (host, Seat.Role.host, "Ada"), (ann, .candidate, "Ann"), (bob, .candidate, "Bob"),
        ] {
            let seat = Seat(
                id: id, role: role, tokenDigest: "digest-of-\(name)", name: SeatName(name),
                realName: SeatName(name),
                visitor: "visitor-of-\(name)")
            events.append(.seatTaken(.init(seat: seat, ref: try ref("join-\(name)"))))
        }
        let range = [TextRange(start: 0, end: 1)]
        events += [
            .seatChanged(.init(seat: ann, by: ann, ref: try ref("n1"), name: SeatName("Ann again"))),
            .questionAsked(.init(question: 0, seat: host, ref: try ref("q1"))),
            .hintTaken(
                .init(seat: ann, ref: try ref("x1"), question: 0, hint: Hint(point: "a", step: 1, text: text))
            ),
            try answer(bob, "Bob's answer", 1, "b1"),
            try answer(ann, text, 1, "a1"),
            .probed(.init(seat: ann, question: 0, attempt: 1, point: "c", text: text)),
            try answer(ann, text + "\n\n" + text, 2, "a2"),
            .said(.init(seat: ann, ref: try ref("s1"), text: "first \(text)")),
            .said(.init(seat: host, ref: try ref("s2"), text: "for the hosts", to: .hosts)),
            .said(.init(seat: bob, ref: try ref("s3"), text: "second")),
            .chatChanged(.init(by: host, ref: try ref("p1"), message: 14, isPinned: true)),
            .disputed(
                .init(
                    seat: ann, ref: try ref("d1"), question: 0, attempt: 1, point: "a", ranges: range,
                    isWithdrawn: false)),
            .disputed(
                .init(
                    seat: ann, ref: try ref("d2"), question: 0, attempt: 2, point: "c", ranges: [],
                    isWithdrawn: false)),
            .ruled(
                .init(
                    by: host, ref: try ref("r1"), seat: ann, question: 0, attempt: 1, point: "a",
                    isSaid: true, ranges: range)),
            .ruled(
                .init(
                    by: host, ref: try ref("r2"), seat: ann, question: 0, attempt: 2, point: "c",
                    isSaid: false)),
            .answersClosed(.init(question: 0, seat: host, ref: try ref("c1"))),
            .boardRevealed(.init(question: 0, by: host, ref: try ref("v1"))),
            .modelAnswerRevealed(.init(seat: ann, ref: try ref("m1"), question: 0)),
            .questionAsked(.init(question: 1, seat: host, ref: try ref("q2"))),
            .questionSkipped(.init(seat: ann, ref: try ref("k1"), question: 1)),
            .ended(.init(reason: .left, seat: host, ref: try ref("e1"))),
        ]
        let interview = InterviewID.named("0123456789abcdef")
        var fold = Interview(id: interview)
        self.events = events.enumerated().map { index, event in
            RecordedEvent(
                interview: interview, seq: index + 1,
                at: Timestamp(milliseconds: 1_764_000_000_000 + Int64(index) * 1000),
                event: event)
        }
        for recorded in self.events {
            #expect(fold.apply(recorded).counts, "\(recorded.event.kind)")
        }
    }
}
