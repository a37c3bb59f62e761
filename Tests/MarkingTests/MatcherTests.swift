import Marking
import Testing

struct MatcherTests {
    private let matcher = Matcher(
        Rubric(
            question: "How is BERT pre-trained, and why does it read in both directions?",
            keyPoints: [
                KeyPoint(
                    id: "mlm", head: "Masked language modelling",
                    gist: "some tokens are hidden and predicted from the rest",
                    phrasings: ["predicts masked words", "fills in blanked-out tokens", "MLM"]),
                KeyPoint(
                    id: "bi", head: "Bidirectional context", gist: "attention looks left and right at once",
                    phrasings: ["both directions", "left and right context"]),
                KeyPoint(
                    id: "next", head: "Predicts the next word", gist: "trained left to right like GPT",
                    isMisconception: true),
            ]))

    @Test func aFullAnswerInOwnWordsCoversEverything() {
        let mark = matcher.mark(
            "Some words are masked and the model predicts them from the left and right context.")
        #expect(mark.points.map(\.verdict) == [.hit, .hit, .avoided])
        #expect(mark.coverage == 1)
    }

    @Test func anEmptyAnswerIsNoAnswer() {
        let mark = matcher.mark("")
        #expect(mark.points.map(\.verdict) == [.missed, .missed, .avoided])
        #expect(mark.coverage == 0)
        #expect(mark.remarks == [.noAnswer])
    }

    @Test func aDeniedPointIsContradicted() {
        let mark = matcher.mark("It never predicts masked words.")
        #expect(mark.points.first?.verdict == .contradicted)
    }

    /// Signs that are read as long words need more room than the text has bytes.
    @Test func signsThatAreReadAsWordsLeaveTheWordsBehindThemWhole() {
        let signs = String(repeating: "$1 % ", count: 40)
        let mark = matcher.mark(signs + ". It predicts masked words and uses left and right context.")
        #expect(mark.points.map(\.verdict) == [.hit, .hit, .avoided])
    }

    /// `Across` tells no more than `over` or `in` does.
    @Test func aPrepositionSaysNothingOfThePoint() {
        let matcher = Matcher(
            Rubric(
                question: "How do the nodes share the work?",
                keyPoints: [KeyPoint(id: "1", head: "Spread the rows across the servers")]))
        let mark = matcher.mark("They spread the columns in groups across racks, and rows stay together.")
        #expect(mark.points.map(\.verdict) != [.hit])
    }
}
