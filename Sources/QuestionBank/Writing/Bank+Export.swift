import Marking

/// A form in which a bank can be written.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
    /// Our own format: reading it gives the same bank.
    case markdown
    case json
    /// A row per question.
    case csv
    /// Anki's "Notes in Plain Text".
    case anki
}

/// A file of an export: its name and its text.
public struct ExportedFile: Hashable, Sendable {
    public var name: String
    public var text: String

    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

extension Bank {
    /// The bank in the form; our own format has a file for each topic, the others have one.
    public func export(_ format: ExportFormat) -> [ExportedFile] {
        switch format {
        case .markdown: markdown()
        case .json: [ExportedFile(name: "bank.json", text: BankJSON.write(self))]
        case .csv: [ExportedFile(name: "bank.csv", text: BankCSV.write(self))]
        case .anki: [ExportedFile(name: "bank.txt", text: BankAnki.write(self))]
        }
    }

    private func markdown() -> [ExportedFile] {
        var files: [ExportedFile] = []
        let byTopic = Dictionary(grouping: questions, by: \.topic)
        for topic in topics {
            guard let own = byTopic[topic.id] else { continue }
            let text = "# \(topic.title)\n\n" + own.map(QuestionWriter.write).joined(separator: "\n")
            // Two names are taken.
            let isTaken = topic.id == "glossary" || topic.id == "guide"
            files.append(ExportedFile(name: topic.id + (isTaken ? "-topic" : "") + ".md", text: text))
        }
        if let text = GuideWriter.write(self) { files.append(ExportedFile(name: "guide.md", text: text)) }
        if !glossary.isEmpty {
            let lines = glossary.map { "- **\($0.name)**: \($0.alternatives.joined(separator: ", "))\n" }
            files.append(ExportedFile(name: "glossary.md", text: "# Glossary\n\n" + lines.joined()))
        }
        return files
    }

    /// The titles of the topics by their ids.
    var titles: [String: String] {
        Dictionary(topics.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    }
}
