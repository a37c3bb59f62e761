import Marking
import Testing

@testable import QuestionBank

/// The heads of drafted points: a phrase as a whole that can be understood alone.
struct HeadTests {
    @Test(
        arguments: [
            // Up to where the sentence, or its clause, ends.
            (
                "What is a mutex?", "A thread takes the lock before it enters, and others wait.",
                "thread takes the lock before it enters and others wait"
            ),
            (
                "What does a proxy do?",
                "The proxy keeps the replies in memory for later clients and answers from there.",
                "proxy keeps the replies in memory"
            ),
            // What follows the verb says what it is, unless something is done.
            (
                "What is a mutex?", "A mutex is a lock that only one thread can hold.",
                "lock that only one thread can hold"
            ),
            (
                "What happens to the logs?",
                "The logs are rotated every night by a timer that the host starts.",
                "logs are rotated every night by a timer"
            ),
            (
                "What is hedging?", "Hedging is a technique that sends the request twice.",
                "sends the request twice"
            ),
            (
                "What does a broker do?", "A broker refers to a server that passes messages.",
                "server that passes messages"
            ),
            (
                "Why are queues bounded?", "The reason behind it is that memory runs out under load.",
                "memory runs out under load"
            ),
            // What stands in brackets or between commas is left out.
            (
                "How do they differ?", "Polling, on the other hand, costs a request each time.",
                "Polling costs a request each time"
            ),
            (
                "What is used?", "The team took a ring buffer (RB) of fixed size.",
                "team took a ring buffer of fixed size"
            ),
            // A list goes on behind its commas.
            (
                "What is kept?", "Names, dates, and amounts are kept in one table that every clerk can read.",
                "Names dates and amounts are kept in one table"
            ),
        ])
    func aHeadEndsWhereAPhraseEnds(question: String, sentence: String, head: String) {
        #expect(HeadText.tidy(HeadCore(question: question).of(sentence)) == head)
    }

    private func heads(_ answer: String, of question: String) -> [String] {
        KeyPointDraft.points(of: answer, question: question).map(\.head)
    }

    @Test func whereToReadOnIsNoPoint() {
        let answer = """
            Retries need a budget. A client that retries without one doubles the load at the worst time.
            I found [this](https://example.org/retries) useful to understand the arithmetic behind it.
            """
        let heads = heads(answer, of: "How do you retry?")
        #expect(heads.count == 2 && !heads.contains { $0.contains("useful") })
    }

    @Test func aSourceInBracketsIsNoPoint() {
        let answer = """
            Caches hide slow reads from most users. Their tail is often forgotten in tests [Doe, Jane. (1996). Tails in \
            storage. Journal D: Systems. 99. 134-161.].
            """
        let heads = heads(answer, of: "What do caches hide?")
        #expect(heads.count == 2 && !heads.contains { $0.contains("Doe") || $0.contains("Journal") })
    }

    @Test func aStressedWordIsNoTerm() {
        let answer =
            "We **hope** that the replica has caught up. **Read repair** mends what is left behind by it."
        #expect(heads(answer, of: "How are replicas mended?").last == "Read repair")
        #expect(!heads(answer, of: "How are replicas mended?").contains("hope"))
    }

    @Test func aFormulaIsHeadedByWhatItIsOf() {
        let core = HeadCore(question: "How is a sensor judged?")
        #expect(core.of("The signal share or purity = S / (S + N)") == "signal share or purity")
    }

    @Test func aSignIsHeadedTogetherWithWhatItDoes() {
        let answer = """
            - `-q`: prints nothing while it works
            - `-n`: counts lines, but shows none
            - `CI`: builds every change
            - 表: a table in Chinese characters
            """
        #expect(
            heads(answer, of: "Which options are there?") == [
                "-q prints nothing", "-n counts lines", "CI", "表",
            ])
    }

    @Test func aDashWithinAFormulaSetsNothingApart() {
        #expect(HeadText.split("V(X) = E[(X - m)^2], m=E[X]").head.isEmpty)
        #expect(HeadText.split("Consensus - all agree on one value").head == "Consensus")
    }
}
