/// A bank with what its reader has to say about the files.
public struct LoadedBank: Sendable {
    public var bank: Bank
    public var reports: [FileReport]
    public var problems: [Problem]
    /// Names of the glossary that lead to no term or to two: the questions work without them.
    var glossaryProblems: [Problem] = []

    public init(bank: Bank, reports: [FileReport], problems: [Problem]) {
        self.bank = bank
        self.reports = reports
        self.problems = problems
    }

    /// Puts documents together, as ``BankMerger`` does.
    public init(documents: [DocumentReading]) {
        var merger = BankMerger()
        for document in documents { merger.add(document) }
        self = merger.finish()
    }
}
