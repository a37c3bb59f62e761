import Marking
import Testing

/// What is wrong and sounds right.
struct StatementsTests {
    private static let misstatements = [
        "the queue makes each prediction slower to compute", "an empty queue makes the users wait",
        "waiting in the queue makes the answer more accurate", "the users wait because the model is compiled",
    ]
    private static let rubric = Rubric(
        question: "Why is the service slow at noon?",
        keyPoints: [
            KeyPoint(
                id: "queue", head: "Queueing", gist: "requests wait in a queue when all workers are busy",
                phrasings: ["they stand in line until a worker is free", "waiting in the queue"],
                misstatements: misstatements),
            KeyPoint(
                id: "cache", head: "Cold cache", gist: "the first requests of the day miss the cache",
                phrasings: ["nothing is in the cache yet"],
                misstatements: ["a full cache makes the first requests miss"]),
            KeyPoint(
                id: "bigger", head: "Only a bigger model is slow",
                gist: "blames the size of the model for every wait",
                phrasings: ["the model has grown too big and that is why they wait"],
                misstatements: ["it isn't the model that has grown too big, they wait for a worker"],
                isMisconception: true),
        ])
    private static let plain: Rubric = {
        var plain = rubric
        for index in plain.keyPoints.indices { plain.keyPoints[index].misstatements = nil }
        return plain
    }()

    private func point(_ id: String, of answer: String, in rubric: Rubric = rubric) throws -> PointMark {
        try #require(Matcher(rubric).mark(answer).points.first { $0.keyPoint == id })
    }

    @Test(arguments: [
        "When all workers are busy the requests wait in a queue.",
        "They wait in the queue, because every worker is busy at noon.",
        "At noon people stand in line until a worker is free.",
    ])
    func whatIsRightStaysAHit(answer: String) throws {
        #expect(try point("queue", of: answer, in: Self.plain).verdict == .hit)
        #expect(try point("queue", of: answer).verdict == .hit)
    }

    @Test func aSentenceNearerToAMisstatementDoesNotSayThePoint() throws {
        let answer = "Waiting in the queue makes the answer more accurate."
        #expect(try point("queue", of: answer, in: Self.plain).verdict == .hit)
        let weighed = try point("queue", of: answer)
        #expect(weighed.verdict == .partial || weighed.verdict == .missed)
    }

    @Test func theMarkSaysWhatTheSentenceIsNearerTo() throws {
        let mark = try point(
            "queue", of: "When all workers are busy the users wait because the model is compiled.")
        #expect(mark.verdict == .partial)
        let rule = try #require(mark.evidence.last?.rule)
        #expect(
            rule.hasSuffix(", in a sentence that is nearer to `the users wait because the model is compiled`")
        )
    }

    @Test func whoeverKnowsBetterHoldsNoMisconception() throws {
        let belief = "The model has grown too big and that is why they wait."
        #expect(try point("bigger", of: belief).verdict == .held)
        let denial = "It isn't the model that has grown too big and they wait for a worker."
        #expect(try point("bigger", of: denial).verdict == .avoided)
    }

    @Test func withoutMisstatementsNothingIsWeighed() {
        let answer = "Waiting in the queue makes the answer more accurate. The first requests miss the cache."
        var rubric = Self.rubric
        for index in rubric.keyPoints.indices { rubric.keyPoints[index].misstatements = [] }
        #expect(Matcher(rubric).mark(answer).points == Matcher(Self.plain).mark(answer).points)
    }

    /// Somebody's own document may have as many as fit, and an answer may have all their words in every sentence.
    @Test func manyStatementsAndSentencesTakeNoLongerThanTheyAreLong() {
        var rubric = Self.rubric
        rubric.keyPoints[0].misstatements = (0..<12_000).map { "queue \($0)" }
        let matcher = Matcher(rubric)
        let answer = String(repeating: "Queue. ", count: 3000)
        let clock = SuspendingClock()
        let time = clock.measure { #expect(matcher.mark(answer).points.count == 3) }
        // Some 30 ms on a quiet machine; minutes, were nothing bounded.
        #expect(time < .seconds(20))
    }
}
