import Marking
import Testing

/// Which words may stand for which, seen in what is made of a phrase with the one for a point with the other.
struct SynonymTests {
    private func evidence(for meant: String, said: String) -> [String] {
        let rubric = Rubric(
            question: "What happens?", keyPoints: [KeyPoint(id: "point", head: "The cupola \(meant)")])
        return Matcher(rubric).mark("The cupola \(said).").points.flatMap { $0.evidence.map(\.rule) }
    }

    @Test(arguments: [
        ("stops", "halts"), ("reduces", "diminishes"), ("connects", "links"), ("augments", "enlarges"),
        ("removes", "deletes"), ("increases", "multiplies"), ("detects", "discovers"),
    ])
    func aWordThatManyLanguagesTranslateAlikeIsASynonym(meant: String, said: String) {
        for (meant, said) in [(meant, said), (said, meant)] {
            // Where a word says which way something goes, that is what counts.
            #expect(
                evidence(for: meant, said: said).contains {
                    $0 == "said as a synonym of `\(meant)`" || $0 == "goes the same way as `\(meant)`"
                })
        }
    }

    @Test(arguments: [
        // Senses that one language shares, and words so common that they have every sense.
        ("product", "good"), ("business", "thing"), ("knows", "sees"), ("increases", "decreases"),
        ("borrows", "lends"), ("precision", "recall"), ("variance", "bias"), ("train", "test"),
    ])
    func aWordOfAnotherSenseIsNone(meant: String, said: String) {
        let rules = evidence(for: meant, said: said) + evidence(for: said, said: meant)
        #expect(!rules.contains { $0.hasPrefix("said as a synonym") })
    }
}
