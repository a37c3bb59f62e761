public import Interviews
package import QuestionBank

extension ServerMessage {
    /// A piece of a document has arrived; the next may come.
    public struct Received: Hashable, Sendable, Codable {
        public var ref: Reference
        public var part: Int

        public init(ref: Reference, part: Int) {
            self.ref = ref
            self.part = part
        }
    }

    /// A document was read and can be practised on.
    public struct Pasted: Hashable, Sendable, Codable {
        public var ref: Reference
        /// What `open` calls it; known to this connection only.
        public var document: String
        public var name: String
        public var bank: BankSummary
        public var report: DocumentReport

        public init(ref: Reference, document: String, name: String, bank: BankSummary, report: DocumentReport)
        {
            self.ref = ref
            self.document = document
            self.name = name
            self.bank = bank
            self.report = report
        }
    }

    /// What the reader made of a document.
    public struct DocumentReport: Hashable, Sendable, Codable {
        /// How the document marks its questions, in words.
        public var pattern: String
        public var questions: Int
        public var withAnswer: Int
        public var empty: Int
        public var truncated: Int
        public var duplicates: Int
        public var ignoredLines: Int
        public var remarks: [String]
    }
}

extension ServerMessage.DocumentReport {
    package init(_ report: FileReport) {
        self.init(
            pattern: report.pattern, questions: report.questions, withAnswer: report.withAnswer,
            empty: report.empty, truncated: report.truncated, duplicates: report.duplicates,
            ignoredLines: report.ignoredLines, remarks: report.remarks)
    }
}
