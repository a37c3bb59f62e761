import Foundation
import Marking
import QuestionBank
import Testing

/// Whatever was read can be written in our own format and is the same bank when read again.
@Suite struct RoundTripTests {
    private func check(_ loaded: LoadedBank) {
        let files = loaded.bank.export(.markdown)
        let again = LoadedBank(documents: files.map { readDocument($0.text, name: $0.name) })
        #expect(again.problems.filter { $0.severity > .note } == [])
        #expect(again.bank.questions.count == loaded.bank.questions.count)
        #expect(again.bank.hash == loaded.bank.hash)
    }

    @Test(arguments: [Fixture.shapes, Fixture.seedShapes, Fixture.folder("Fixtures/Decks")])
    func foundDocumentsComeBack(folder: String) throws {
        check(try Bank.load(folders: [folder]))
    }

    /// What a seeded run of random documents found.
    @Test(arguments: [
        // Heads that hold what ends a head.
        "# Python\n## What does `**` do?\n### Key points\n- **2\\*\\*3 is 8**: powers\n- **ends in \\\\**: path\n"
            + "- **\\*args**: a tuple\n- **A\\* search**: a heuristic\n- **$\\alpha$**: a rate\n",
        "Q: What are **kwargs?\nA: See below.\n\n### Key points\n\n- Say **kwargs: **named arguments\n- a **b** *c\\*: d\n",
        // A list of key points with nothing in it.
        "Q: What is a cache?\nA: A copy of data close to its reader. It saves a slow read.\n\nKey points:\n\n- ;\n",
        // Titles that are nothing but signs.
        "## # ## ***\n\nQ: What is a cache?\nA: A copy of data close to its reader.\n",
        // Names so long that both slugs are cut.
        """
        # \(String(repeating: "caching and invalidation ", count: 5))

        Q: Why does \(String(repeating: "a stale copy of a value ", count: 6)) matter?
        A: A copy of data close to its reader.
        """,
    ])
    func oddDocumentsComeBack(text: String) {
        let loaded = LoadedBank(documents: [readDocument(text, name: "odd.md")])
        #expect(loaded.bank.questions.count == 1)
        check(loaded)
    }

    @Test(arguments: ["2**3", "**", "*", "ends in \\", "\\*", "$\\alpha$", "a_b__c", "\\_"])
    func aHeadIsWrittenSoThatItIsReadAgain(head: String) {
        let gist = "what it says"
        let text = "## What?\n\n### Key points\n\n- **Other**: more\n"
        var bank = LoadedBank(documents: [readDocument(text, name: "odd.md")]).bank
        bank.questions[0].keyPoints[0].head = head
        bank.questions[0].keyPoints[0].gist = gist
        let again = bank.export(.markdown).map { readDocument($0.text, name: $0.name) }
        let point = again.first?.questions.first?.keyPoints.first
        #expect(point?.head == head)
        #expect(point?.gist == gist)
    }

    @Test func theBuiltInBankComesBack() throws {
        check(try Bank.builtIn())
    }

    @Test func ownDocumentsComeBack() {
        check(LoadedBank(documents: [readDocument(OwnFormatTests.document, name: "caching.md")]))
    }

    private static let samples = ProcessInfo.processInfo.environment["GREENROOM_SAMPLES"]

    @Test(.enabled(if: samples != nil, "GREENROOM_SAMPLES names no folder of collections"))
    func collectionsComeBack() throws {
        let folder = (Self.samples ?? "") + "/banks/dev"
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            check(try Bank.load(folders: [folder + "/" + name]))
        }
    }

    @Test(arguments: [ExportFormat.json, .csv, .anki])
    func otherFormsAreReadAgainAsTheSameQuestions(format: ExportFormat) throws {
        let bank = LoadedBank(documents: [readDocument(OwnFormatTests.document, name: "caching.md")]).bank
        let file = try #require(bank.export(format).first)
        let reading = readDocument(file.text, name: file.name)
        #expect(reading.questions.count == 1)
        #expect(reading.questions.first?.prompt == bank.questions.first?.prompt)
        #expect(reading.topics.map(\.title) == ["Caching"])
    }
}
