public import Marking

/// What one document holds.
public struct DocumentReading: Sendable {
    public var name: String
    /// Every question found, in the order of the document, repeated ones too.
    public var questions: [Question]
    public var topics: [Topic]
    public var glossary: [Rubric.Term] { entries.terms }
    public var report: FileReport
    public var problems: [Problem]
    /// The document cannot be read at all.
    public var failure: UnreadableReason?
    var entries = Glossary()
    var guide: [GuideReader.Section] = []
    var topicIDs: Set<String> = []

    init(name: String, pattern: String) {
        self.name = name
        questions = []
        topics = []
        report = FileReport(file: name, pattern: pattern)
        problems = []
    }
}

/// Reads a document from memory, whatever it is: our own format, somebody's Markdown, a table, flashcards.
/// - Parameters:
///   - bytes: the document as it came.
///   - name: its path relative to its folder, or the name under which it was pasted; a topic may come from it.
///   - folder: the name of the folder it was read from, if any; a topic may come from it.
public func readDocument(_ bytes: [UInt8], name: String, folder: String? = nil) -> DocumentReading {
    if let what = KnownFormat.unread(bytes[...]) { return .unreadable(name, .format(what)) }
    if AnkiPackage.isOne(bytes[...]) {
        if let what = KnownFormat.unreadArchive(bytes[...]) { return .unreadable(name, .format(what)) }
        switch AnkiPackage.deck(bytes) {
        case .failure(let reason): return .unreadable(name, reason)
        case .success(let deck): return DocumentReader(text: [], name: name, folder: folder).cards(deck)
        }
    }
    if DatabaseDeck.isOne(bytes[...]) {
        switch DatabaseDeck.deck(bytes) {
        case .failure(let reason): return .unreadable(name, reason)
        case .success(let deck): return DocumentReader(text: [], name: name, folder: folder).cards(deck)
        }
    }
    switch SourceText.normalise(bytes) {
    case .failure(let reason): return .unreadable(name, reason)
    case .success(let text): return DocumentReader(text: text, name: name, folder: folder).read()
    }
}

/// Reads a document from memory.
public func readDocument(_ text: String, name: String) -> DocumentReading {
    readDocument(Array(text.utf8), name: name)
}

extension DocumentReading {
    /// Nothing could be read, and why.
    static func unreadable(_ name: String, _ reason: UnreadableReason) -> DocumentReading {
        var reading = DocumentReading(name: name, pattern: "unreadable")
        reading.failure = reason
        reading.problems = [
            Problem(
                severity: .error, location: SourceLocation(file: name, line: 1), what: "the file \(reason)",
                remedy: "mend or remove it", rule: .unreadable)
        ]
        return reading
    }
}
