import Foundation
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
