import Marking
import Testing

/// What stands for an acronym, and what only has its letters.
struct AcronymTests {
    private func verdict(_ head: String, _ answer: String, question: String = "How do you do it?") -> Verdict?
    {
        let rubric = Rubric(question: question, keyPoints: [KeyPoint(id: "it", head: head)])
        return Matcher(rubric).mark(answer).points.first?.verdict
    }

    @Test(arguments: [
        ("Masked language modelling", "We use MLM."), ("MLM", "We use masked language modelling."),
        ("MLM", "It does masking of language, and masked language modelling."),
        ("Cross attention transformer", "We use a CAT here."),
    ])
    func anAcronymStandsForItsWords(head: String, answer: String) {
        #expect(verdict(head, answer) == .hit)
    }

    @Test(arguments: [
        // An everyday word in capitals.
        ("Pin unused threads", "We PUT it there."), ("PUT", "Perhaps unusual threads."),
        // All is in capitals.
        ("Cross attention transformer", "THE CAT IS IN THE BOX."),
        // Initials of several clauses.
        ("MLM", "It masks. Language matters."), ("MLM", "It masks, language models do it."),
        // A dictionary's word of the same letters.
        ("RAM", "It will drive and force the cost."),
    ])
    func lettersAloneDoNot(head: String, answer: String) {
        #expect(verdict(head, answer) == .missed)
    }

    @Test func anAcronymOfTheQuestionMeansWhatItMeansThere() {
        let question = "How would you run an ML service?"
        #expect(verdict("Monitor latency", "An ML service runs in ML.", question: question) == .missed)
        #expect(verdict("Monitor latency", "An ML service runs in ML.") == .hit)
    }

    @Test func anAcronymOfTheGlossaryMeansWhatItMeansThere() {
        let rubric = Rubric(
            question: "How do you do it?",
            keyPoints: [
                KeyPoint(id: "labels", head: "Many labels"),
                KeyPoint(id: "learning", head: "Machine learning"),
            ], terms: [Rubric.Term(name: "machine learning", alternatives: ["ML"])])
        #expect(Matcher(rubric).mark("By ML.").points.map(\.verdict) == [.missed, .hit])
    }
}
