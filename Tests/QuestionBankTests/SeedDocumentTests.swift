import Foundation
import QuestionBank
import Testing

/// The documents that the reader was made for, where they are at hand.
@Suite struct SeedDocumentTests {
    static let folder = ProcessInfo.processInfo.environment["GREENROOM_SAMPLES"].map { $0 + "/seeds" }

    @Test(.enabled(if: folder != nil, "GREENROOM_SAMPLES names no folder with seeds"))
    func everyQuestionIsFoundOnceAndBothBrokenAnswersAreFlagged() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder ?? "")
        let documents = try names.filter { $0.hasSuffix(".txt") }.sorted().map {
            readDocument(try Fixture.bytes((Self.folder ?? "") + "/" + $0), name: $0)
        }
        #expect(documents.reduce(0) { $0 + $1.questions.count } == 36)
        #expect(documents.reduce(0) { $0 + $1.report.truncated } == 2)
        #expect(documents.reduce(0) { $0 + $1.report.withAnswer } == 36)
        let loaded = LoadedBank(documents: documents)
        #expect(loaded.bank.questions.count == 34)
        #expect(loaded.reports.reduce(0) { $0 + $1.duplicates } == 2)
    }
}
