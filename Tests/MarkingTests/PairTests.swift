import Marking
import Testing

struct PairTests {
    private func predicted(_ reference: String, _ answer: String, question: String = "") -> Double {
        var matcher = PairMatcher()
        return matcher.mark(Pair(id: "1", question: question, references: [reference], answer: answer))
            .predicted
    }

    @Test func theReferenceItselfIsWorthMoreThanHalfOfItAndThatMoreThanNothing() {
        let reference = "The water evaporated and left the salt behind."
        let whole = predicted(reference, reference)
        let half = predicted(reference, "The water evaporated.")
        #expect(whole > 0.8)
        #expect(half < whole)
        #expect(predicted(reference, "Bananas are yellow.") < half)
        #expect(predicted(reference, "") == 0)
    }

    @Test func theBestReferenceCountsMost() {
        var matcher = PairMatcher()
        let references = ["The bulbs stay lit.", "The other bulbs are in a closed path."]
        let one = matcher.mark(
            Pair(id: "1", references: references, answer: "They are in a closed path, the bulbs."))
        #expect(one.points.count == 2)
        #expect(one.points[1] > one.points[0])
        #expect(one.predicted > 0.6)
    }

    @Test func theQuestionSaidAgainIsWorthHardlyAnything() {
        let question = "Why did the salt stay behind when the water evaporated?"
        let reference = "The salt does not evaporate with the water."
        #expect(predicted(reference, question, question: question) <= 0.1)
        #expect(
            predicted(reference, "The salt stayed because it does not evaporate.", question: question) > 0.4)
    }

    @Test(arguments: [
        "water, evaporated, left, salt, behind", "water evaporated left salt behind",
        "salt behind water evaporated",
    ])
    func theReferencesWordsWithoutASentenceAreWorthHalfAtMost(answer: String) {
        #expect(predicted("The water evaporated and left the salt behind.", answer) <= 0.5)
    }

    @Test(arguments: [
        (
            "The water evaporated and left the salt behind.",
            "It is not true that the water evaporated and left the salt behind."
        ),
        (
            "The water evaporated and left the salt behind.",
            "The water never evaporated and left the salt behind."
        ),
        (
            "The bulb is lit. No switch is open. The path is closed.",
            "The bulb is not lit. No switch is open. The path is not closed."
        ),
    ])
    func theReferenceTurnedRoundIsWorthLittle(reference: String, answer: String) {
        #expect(predicted(reference, answer) <= 0.35)
    }

    /// Whoever turns one reference round does not get by with the words that another has too.
    @Test func oneOfSeveralReferencesTurnedRoundIsWorthLittle() {
        var matcher = PairMatcher()
        let references = ["The tanks are joined by a pipe", "The tanks are not kept apart by a pipe"]
        let right = matcher.mark(Pair(id: "1", references: references, answer: references[0] + "."))
        let turned = matcher.mark(
            Pair(id: "2", references: references, answer: "The tanks are not joined by a pipe."))
        #expect(right.predicted > 0.7)
        #expect(turned.predicted <= 0.35)
    }

    @Test func aReferenceThatDeniesMayBeSaidAsItIs() {
        let reference = "The salt does not evaporate, so it stays."
        #expect(predicted(reference, reference) > 0.8)
    }

    @Test func keyPointsCountAlike() {
        var matcher = PairMatcher()
        let points = ["Apples grow on trees", "Salt dissolves in water"]
        let both = matcher.mark(
            Pair(id: "1", keyPoints: points, answer: "Apples grow on trees, salt dissolves in water."))
        let one = matcher.mark(
            Pair(id: "2", keyPoints: points, answer: "Salt dissolves in water, as we all know."))
        #expect(both.points == [1, 1])
        #expect(one.points[0] == 0)
        #expect(one.predicted < both.predicted)
    }

    @Test func theOrderOfTheRowsChangesNothing() {
        let rows = (0..<6).map { number in
            Pair(
                id: "\(number)", references: ["reference about topic \(number / 2)"],
                answer: "an answer about topic \(number)")
        }
        var forwards = PairMatcher()
        var backwards = PairMatcher()
        #expect(rows.map { forwards.mark($0) } == rows.reversed().map { backwards.mark($0) }.reversed())
    }
}
