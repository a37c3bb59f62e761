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
            "queue", of: "Requests wait for all workers, the users wait because the model is compiled.")
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

    /// The rest of a long sentence does not take its telling part away from what it says.
    @Test func aPartOfALongSentenceSaysThePoint() throws {
        let part = "they stand in line until a worker is free"
        let whole =
            "At noon, as I saw in a shop where I worked last year, \(part), and people complain about it by phone."
        #expect(try point("queue", of: whole).verdict == .hit)
        #expect(try point("queue", of: whole).strength > 0.8)
    }

    @Test(arguments: [
        ("There is no free worker left and they stand in line until one is.", false),
        ("The requests don't wait in a queue when all workers are busy.", true),
        ("It is not true that requests wait in a queue when all workers are busy.", true),
    ])
    func onlyADenialIsAContradiction(answer: String, isOne: Bool) throws {
        #expect(try (point("queue", of: answer).verdict == .contradicted) == isOne)
    }

    /// What somebody says beside it tells how a misconception is meant.
    @Test func whatIsSaidBesideAMisconceptionCounts() throws {
        let belief = "It has become a big model, and that is why they wait."
        let alone = try point("bigger", of: belief)
        let amongWrong = try point(
            "bigger",
            of:
                "An empty queue makes the users wait. \(belief) The queue makes each prediction slower to compute."
        )
        let amongRight = try point(
            "bigger",
            of:
                "They stand in line until a worker is free. \(belief) The first requests of the day miss the cache."
        )
        #expect(amongWrong.strength > alone.strength)
        #expect(amongRight.strength < alone.strength)
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
