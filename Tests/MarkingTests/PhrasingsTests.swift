import Marking
import Testing

/// Answers that only string the points' phrasings together.
struct PhrasingsTests {
    private static let rubric = Rubric(
        question: "How does a hash map find a key?",
        keyPoints: [
            KeyPoint(
                id: "slot", head: "Hash to a slot", gist: "the key's hash modulo the table size is the place",
                phrasings: [
                    "take the hash and go straight there", "a formula turns the key into an index",
                    "the position is calculated from the key", "the hash tells you where to look",
                ]),
            KeyPoint(
                id: "collisions", head: "Collisions", gist: "several keys share a slot and are chained",
                phrasings: [
                    "keep a list for two keys that land together", "if it is taken try the next free one",
                    "different keys may share a place", "compare the real keys within it",
                ]),
            KeyPoint(
                id: "growth", head: "Growth", gist: "the table is rebuilt when it fills up",
                phrasings: [
                    "when it gets crowded it doubles", "copy everything into a bigger table",
                    "once it is three quarters full it grows", "filled beyond a limit it is built anew",
                ]),
        ])

    @Test(arguments: [", ", ". ", "; ", "\n", "\n- ", " ", " and ", " / ", ", so that is "])
    func allOfThemAreAList(separator: String) {
        let phrasings = Self.rubric.keyPoints.flatMap(\.phrasings)
        for order in [phrasings, phrasings.reversed()] {
            let mark = Matcher(Self.rubric).mark(order.joined(separator: separator))
            #expect(mark.remarks.contains(.keywordList))
            #expect(mark.coverage <= 0.5)
        }
    }

    @Test func soAreThreeOfEachPoint() {
        let phrasings = Self.rubric.keyPoints.flatMap { $0.phrasings.prefix(3) }
        let mark = Matcher(Self.rubric).mark(phrasings.joined(separator: ". "))
        #expect(mark.remarks.contains(.keywordList))
    }

    @Test func soAreTwoOfEachPoint() {
        let phrasings = Self.rubric.keyPoints.flatMap { $0.phrasings.prefix(2) }
        let mark = Matcher(Self.rubric).mark(phrasings.joined(separator: ". "))
        #expect(mark.remarks.contains(.keywordList))
    }

    @Test(arguments: [", ", " "])
    func soAreFourInOneSentence(separator: String) {
        let phrasings =
            Self.rubric.keyPoints.compactMap(\.phrasings.first) + ["compare the real keys within it"]
        let mark = Matcher(Self.rubric).mark(phrasings.joined(separator: separator))
        #expect(mark.remarks.contains(.keywordList))
        #expect(mark.coverage <= 0.5)
    }

    /// A phrasing of one word hides none of the others.
    @Test(arguments: [", ", " "])
    func soAreThoseWithSingleWordsAmongThem(separator: String) {
        var rubric = Self.rubric
        rubric.keyPoints[1].phrasings.append("chaining")
        rubric.keyPoints[2].phrasings.append("rehashing")
        let phrasings = [
            "the hash tells you where to look", "chaining", "rehashing", "when it gets crowded it doubles",
        ]
        let mark = Matcher(rubric).mark(phrasings.joined(separator: separator))
        #expect(mark.remarks.contains(.keywordList))
        #expect(mark.coverage <= 0.5)
    }

    @Test func oneOfEachPointIsAnAnswer() {
        let phrasings = Self.rubric.keyPoints.compactMap(\.phrasings.first)
        let mark = Matcher(Self.rubric).mark(phrasings.joined(separator: ". "))
        #expect(!mark.remarks.contains(.keywordList))
        #expect(mark.coverage > 0.9)
    }

    @Test func talkThatUsesSomeOfThemIsAnAnswer() {
        let mark = Matcher(Self.rubric).mark(
            """
            You take the hash and go straight there, which means a remainder by the number of places, so nothing has to \
            be searched. Of course different keys may share a place, in which case I'd keep them in a short chain and \
            look through it, comparing one after the other. When it gets crowded it doubles, and everybody moves into \
            the new array, which is slow that one time and pays off over all that come later.
            """)
        #expect(!mark.remarks.contains(.keywordList))
        #expect(mark.coverage > 0.9)
    }
}
