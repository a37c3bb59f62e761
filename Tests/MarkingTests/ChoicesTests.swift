import Marking
import Testing

/// Questions that offer what to choose from: the right option is the answer, though its words stand in the question.
struct ChoicesTests {
    private static let plug = Matcher(
        Rubric(
            question: """
                Which wire is the earth of a plug?

                - blue wire
                - green and yellow wire
                - brown wire
                """,
            keyPoints: [
                KeyPoint(
                    id: "earth", head: "green and yellow wire", gist: "it leads a fault current away")
            ]))

    @Test(arguments: [
        ("green and yellow wire", Verdict.hit),
        ("The green and yellow wire.", .hit),
        ("It's the green and yellow one, the wire that takes a fault away from the case.", .hit),
        ("Not the blue wire but the green and yellow wire.", .hit),
        (
            "The green and yellow wire. The blue wire is neutral and carries the current back, and brown is live.",
            .hit
        ),
        ("blue wire", .missed),
        ("blue wire, green and yellow wire, brown wire", .missed),
        ("The blue wire or the green and yellow wire", .missed),
        ("Which wire is the earth of a plug?", .missed),
        ("Which wire is the earth of a plug? blue wire, green and yellow wire, brown wire", .missed),
    ])
    func theRightOptionIsTheAnswer(answer: String, verdict: Verdict) {
        #expect(Self.plug.mark(answer).points.map(\.verdict) == [verdict])
    }

    @Test(arguments: ["1. ", "B) ", "* ", "- b) "])
    func optionsMayBeLabelled(label: String) {
        let matcher = Matcher(
            Rubric(
                question: "Which of these floats?\n\(label)cork\n\(label)iron",
                keyPoints: [KeyPoint(id: "cork", head: "Cork")]))
        #expect(matcher.mark("cork").coverage == 1)
        #expect(matcher.mark("iron").coverage == 0)
    }

    @Test(arguments: [
        ("Is merge sort stable or unstable?", "Stable", "Unstable"),
        ("True or false: a heap is always sorted.", "False", "True"),
        ("True or false: a heap is a tree.", "True", "False"),
    ])
    func oneSideOfAnOrIsTheAnswer(question: String, right: String, wrong: String) {
        let matcher = Matcher(Rubric(question: question, keyPoints: [KeyPoint(id: "1", head: right)]))
        #expect(matcher.mark(right + ".").coverage == 1)
        #expect(matcher.mark(wrong + ".").coverage == 0)
        #expect(matcher.mark("\(right) or \(wrong)").coverage == 0)
    }

    /// A point that says more than its name is not said by it.
    @Test func aNameBesideAnOrIsNoAnswerWhereThePointSaysMore() {
        let matcher = Matcher(
            Rubric(
                question: "Would you look at recall or precision first?",
                keyPoints: [KeyPoint(id: "1", head: "Recall", gist: "a missed case costs more than an alarm")]
            ))
        #expect(matcher.mark("Recall.").points.map(\.verdict) == [.missed])
    }

    @Test(arguments: [
        ("No.", true), ("no", true), ("No, it doesn't, the weights stay.", true), ("It doesn't.", true),
        ("It does not change it.", true), ("Yes.", false), ("Yes, it can't stay the same.", false),
        ("Yes or no", false), ("It does.", false), ("I don't know.", false), ("", false),
    ])
    func noMayBeTheRightAnswer(answer: String, isRight: Bool) {
        let matcher = Matcher(
            Rubric(
                question: "Does dropout change the size of the weights?\n\na) Yes\nb) No",
                keyPoints: [KeyPoint(id: "no", head: "No")]))
        #expect((matcher.mark(answer).coverage == 1) == isRight)
    }

    @Test(arguments: [("Yes.", true), ("Yes, it is.", true), ("No.", false), ("It isn't.", false)])
    func yesMayBeTheRightAnswer(answer: String, isRight: Bool) {
        let matcher = Matcher(
            Rubric(
                question: "Is TCP connection-oriented?\n\n- Yes\n- No",
                keyPoints: [KeyPoint(id: "yes", head: "Yes")]))
        #expect((matcher.mark(answer).coverage == 1) == isRight)
    }

    @Test(arguments: ["It does.", "It does not."])
    func whatBeginsLikeAnotherOptionIsNotKnownByThat(answer: String) {
        let matcher = Matcher(
            Rubric(
                question: "Does it scale?\n\n- It does\n- It does not",
                keyPoints: [KeyPoint(id: "not", head: "It does not")]))
        #expect(matcher.mark(answer).coverage == 0)
    }
}
