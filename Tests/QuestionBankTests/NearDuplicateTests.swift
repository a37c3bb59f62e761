import QuestionBank
import Testing

/// Questions in nearly the same words are reported, never merged.
@Suite struct NearDuplicateTests {
    private func loaded(_ questions: String...) -> LoadedBank {
        let text = questions.enumerated().map { "### \($0 + 1). \($1)\n\nAnswer \($0).\n\n" }.joined()
        return LoadedBank(documents: [readDocument(text, name: "disks.md")])
    }

    @Test func anotherWordingIsReportedAtTheLaterQuestion() {
        let loaded = loaded(
            "How do you choose a good block size for a database server?", "What is a disk?",
            "How would you choose a good block size for the database server?")
        #expect(loaded.bank.questions.count == 3)
        #expect(loaded.reports.map(\.nearDuplicates) == [1])
        #expect(loaded.problems.map(\.rule) == [.nearDuplicate])
        #expect(loaded.problems.first?.location.line == 9)
        #expect(loaded.problems.first?.what.contains("disks.md:1") == true)
    }

    @Test(arguments: [
        ("What is a left join?", "What is a right join?"),
        ("Compare RAID 0 and RAID 1", "Compare RAID 5 and RAID 6"),
        ("What is a disk?", "What is a disk controller?"),
    ])
    func whatDiffersInAWordThatMattersIsNot(first: String, second: String) {
        #expect(loaded(first, second).problems.isEmpty)
    }

    @Test func manyAlikeCostLittle() {
        let text = (0..<8000).map { "* What is the cost of item \($0) in the list?\n" }.joined()
        let loaded = LoadedBank(documents: [readDocument(text, name: "list.md")])
        #expect(loaded.bank.questions.count == 8000)
    }
}
