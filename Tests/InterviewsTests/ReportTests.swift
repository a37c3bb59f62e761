import Interviews
import Marking
import Testing

struct ReportTests {
    @Test func theReportCountsTheBestAttemptAndWhatWasAsked() throws {
        var rehearsal = try Rehearsal(count: 4, seed: "r")
        try rehearsal.perform(.answer(question: 0, text: "One Two"), ref: "a")
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "b")
        try rehearsal.perform(.next(question: 0), ref: "c")
        try rehearsal.perform(.skip(question: 1), ref: "d")
        try rehearsal.perform(.end, ref: "e")
        let report = rehearsal.interview.report(for: candidate)
        #expect(report.questions.map(\.outcome) == [.answered, .skipped, .open, .notAsked])
        #expect(report.questions.map(\.attempts) == [2, 0, 0, 0])
        #expect(report.questions.map(\.coverage) == [1, 0, 0, 0])
        #expect(abs(report.coverage - 1.0 / 3) < 1e-9)
        #expect(report.questions[0].missed == [])
        #expect(report.questions[1].missed.map(\.keyPoint.head) == ["One", "Two"])
        #expect(report.topics.map(\.questions).reduce(0, +) == 3)
    }

    @Test func theHeaviestMissedPointsComeFirst() throws {
        var rehearsal = try Rehearsal(count: 6, topics: ["nets"])
        for question in 0..<3 { try rehearsal.perform(.skip(question: question), ref: "s\(question)") }
        let weakest = rehearsal.interview.report(for: candidate).weakest
        #expect(weakest.map(\.missed.keyPoint.weight) == [3, 2, 1, 1, 1])
        #expect(weakest.count == Report.maximumWeakest)
    }
}
