import Marking
import Testing

struct DeterminismTests {
    @Test func theSameAnswerGetsTheSameMarkEveryTime() {
        for row in AdversarialTests.cases {
            let matcher = Matcher(row.rubric)
            let first = matcher.mark(row.answer)
            #expect(matcher.mark(row.answer) == first)
            #expect(Matcher(row.rubric).mark(row.answer) == first)
        }
    }

    @Test func manyAtOnceAgree() async {
        let matcher = Matcher(.bert)
        let answer = "Some tokenz are hiden and predicted, which uses left and right context."
        let expected = matcher.mark(answer)
        await withTaskGroup(of: Mark.self) { group in
            for _ in 0..<64 { group.addTask { matcher.mark(answer) } }
            for await mark in group { #expect(mark == expected) }
        }
    }

    @Test func marksSayWhichRulesMadeThem() {
        #expect(Matcher(.bert).mark("").matcher == Matcher.version)
        #expect(!Matcher.version.isEmpty)
    }
}
