import Interviews
import Marking
import QuestionBank
import Testing

@testable import Transcripts

struct RemarkingTests {
    private func question(_ change: (inout Question) -> Void = { _ in }) -> Question {
        var question = Question(
            id: "q", topic: "t", prompt: "What does recall tell?",
            keyPoints: [
                KeyPoint(id: "share", head: "Share of positives found"),
                KeyPoint(id: "cost", head: "Misses cost more"),
            ], source: SourceLocation(file: "t.md", line: 1))
        change(&question)
        return question
    }

    private func bank(_ questions: Question...) -> Bank {
        Bank(topics: [Topic(id: "t", title: "T")], questions: questions, glossary: [], hash: "f00d")
    }

    private func events(_ answer: String) throws -> [RecordedEvent] {
        let seat = SeatID("c1")
        let opened = Event.Opened(
            settings: Settings(topics: [], count: 1, seed: "s", pace: .instant), bank: "f00d",
            topics: [Topic(id: "t", title: "T")], questions: [question()])
        let events: [Event] = [
            .opened(opened), .seatTaken(.init(seat: Seat(id: seat, role: .candidate, tokenDigest: "d"))),
            .questionAsked(.init(question: 0)),
            .answered(
                .init(
                    seat: seat, ref: try #require(Reference("a")), question: 0, attempt: 1, text: answer,
                    mark: Matcher(question().rubric).mark(answer))),
        ]
        return events.enumerated().map {
            RecordedEvent(
                interview: .named("0123456789abcdef"), seq: $0 + 1, at: Timestamp(milliseconds: 0), event: $1)
        }
    }

    @Test func theSameBankChangesNothing() throws {
        var remarking = Remarking(bank(question()))
        #expect(remarking.changes(in: try events("The share of positives that are found.")).isEmpty)
        #expect(remarking.sum.answers == 1 && remarking.sum.verdicts == 0)
    }

    @Test func anEditSaysWhichVerdictsItChanges() throws {
        var remarking = Remarking(
            bank(
                question {
                    $0.keyPoints[1].phrasings = ["overlooking somebody is dear"]
                    $0.keyPoints.append(KeyPoint(id: "new", head: "Lower the threshold"))
                    $0.keyPoints.removeFirst()
                }))
        let changes = remarking.changes(
            in: try events("The share of positives found; overlooking somebody is dear."))
        #expect(
            changes.map(\.point) == ["Misses cost more", "Lower the threshold", "Share of positives found"])
        #expect(changes.map(\.before) == [.missed, nil, .hit])
        #expect(changes.map(\.after) == [.hit, .missed, nil])
        #expect(remarking.sum == Remarking.Sum(answers: 1, changed: 1, verdicts: 3, gone: 0))
    }

    @Test func aQuestionThatIsGoneIsCounted() throws {
        var remarking = Remarking(bank())
        #expect(remarking.changes(in: try events("x")).isEmpty)
        #expect(remarking.sum.gone == 1)
    }
}
