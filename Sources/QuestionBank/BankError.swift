/// Why a bank can't be read. Its description is for people: where, what, and how to mend it.
public enum BankError: Error, Hashable, Sendable, CustomStringConvertible {
    case folderMissing(String)
    case unreadable(String, UnreadableReason?)
    /// No file below the folders holds a question.
    case empty([String])
    /// The bank's own questions are wrong: `bank check` says the same.
    case invalid([Problem])

    public var description: String {
        switch self {
        case .folderMissing(let path): "\(path): no such file or folder; check the path of the bank"
        case .unreadable(let path, let reason):
            "\(path): \(reason?.description ?? "can't be read; check its permissions")"
        case .empty(let paths):
            "\(paths.joined(separator: ", ")): no questions found; a bank is a folder of Markdown files"
        case .invalid(let problems): problems.map(\.description).joined(separator: "\n")
        }
    }
}

extension UnreadableReason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLarge(let bytes):
            "is too large (\(bytes >> 20) MiB, at most \(SourceText.maxBytes >> 20)); split it"
        case .tooManyLines: "has more than \(SourceText.maxLines) lines; split it"
        case .tooManyQuestions: "has more than \(FoundReader.maxQuestions) questions; split it"
        case .binary: "is not text; give a text file, or an Anki package with the ending .apkg"
        case .lineTooLong(let line): "line \(line) is longer than 1 MiB; break the document into lines"
        case .format(let what): "is \(what)"
        case .archive(let what): "is no Anki package that can be read: \(what)"
        }
    }
}
