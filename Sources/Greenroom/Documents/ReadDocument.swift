import QuestionBank
import Wire

/// What was found in a document that somebody pasted, with all that a loop has to know of it: reading takes a while and
/// is done elsewhere.
public struct ReadDocument: Sendable {
    /// An interview is drawn on the loop, and from more questions that would be felt there.
    static let mostQuestions = 3000

    let name: String
    let bank: Bank
    let summary: ServerMessage.BankSummary
    let report: FileReport
    /// The memory that the bank takes, in bytes, roughly.
    let footprint: Int

    public init(reading text: String, name: String) {
        let loaded = LoadedBank(documents: [readDocument(text, name: name)])
        var bank = loaded.bank
        var report = loaded.reports.first ?? FileReport(file: name, pattern: "no questions found")
        if bank.questions.count > Self.mostQuestions {
            report.remarks.append(
                "the first \(Self.mostQuestions) of \(bank.questions.count) questions are used")
            bank.questions = Array(bank.questions.prefix(Self.mostQuestions))
        }
        self.name = name
        self.bank = bank
        self.report = report
        summary = ServerMessage.BankSummary(bank)
        footprint = bank.footprint
    }
}
