/// Cleans the title of a topic.
enum TopicTitle {
    /// Empty where the title says nothing: "Questions & Answers".
    static func clean(_ title: String) -> String {
        var text = Label(title.bytes).rest.string
        if let close = text.bytes.dropping(prefix: "[")?.firstIndex(of: UInt8(ascii: "]")), close <= 8 {
            text = text.bytes[(close + 1)...].trimmed.string
        }
        text = withoutDigest(withoutCount(text))
        for suffix in suffixes {
            if let rest = text.bytes.dropping(suffix: suffix) { text = rest.trimmed.string }
        }
        for prefix in prefixes {
            if let rest = text.bytes.dropping(prefix: prefix), rest.first?.isBlank ?? false {
                text = rest.trimmed.string
            }
        }
        while let last = text.utf8.last, ":-#–".utf8.contains(last) { text.removeLast() }
        text = Symbol.trimmingEnd(text).bytes.trimmed.string
        return generic.contains(Fold.key(text)) ? "" : text
    }

    /// `**Topic:** Networks`
    static func named(by line: Bytes) -> String? {
        guard line.count < 100, let first = line.first?.lowercased, "*_tc".utf8.contains(first) else {
            return nil
        }
        let text = Label.undecorated(line)
        guard let after = text.dropping(prefix: "topic") ?? text.dropping(prefix: "category") else {
            return nil
        }
        let rest = after.drop { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0.isBlank }
        guard rest.first == UInt8(ascii: ":") else { return nil }
        let title = Inline.plain(rest.dropFirst().drop { "*_ ".utf8.contains($0) })
        return title.isEmpty ? nil : title
    }

    /// `II. BREACH`: a part of an outline.
    static func roman(_ line: Bytes) -> String? {
        let number = line.prefix { "IVX".utf8.contains($0) }
        let title = line.dropFirst(number.count)
        guard (1...6).contains(number.count), title.first == UInt8(ascii: "."), title.count < 80,
            title.dropFirst().first?.isBlank ?? false, title.contains(where: \.isUpper),
            !title.contains(where: { $0.isLetter && !$0.isUpper })
        else { return nil }
        return title.dropFirst().trimmed.string
    }

    /// Without the digits that Notion puts behind the names of its exported pages.
    static func withoutDigest(_ text: String) -> String {
        guard let blank = text.bytes.lastIndex(of: .space) else { return text }
        let digest = text.bytes[(blank + 1)...]
        let isDigest = digest.count == 32 && digest.allSatisfy { $0.isDigit || (0x61...0x66).contains($0) }
        return isDigest ? text.bytes[..<blank].trimmedEnd.string : text
    }

    /// The topic that a file's place says: its name, or its folder's where the name says nothing or is a number.
    static func from(path: String, folder: String?, isAlone: Bool) -> String? {
        var parts = path.split(separator: "/").map(String.init)
        guard let file = parts.popLast() else { return nil }
        let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
        let name = withoutDigest(spaced(stem))
        if !isAlone || (parts.isEmpty && folder == nil), !genericFiles.contains(Fold.key(name)), !name.isEmpty
        {
            return name
        }
        if let directory = parts.last.map(spaced), !directory.isEmpty { return directory }
        guard let folder, !folder.isEmpty else { return isAlone || name.isEmpty ? nil : name }
        return fromFolder(folder) ?? name
    }

    /// A collection's folder is often called "owner__topic-interview-questions".
    private static func fromFolder(_ folder: String) -> String? {
        var name = folder
        if let split = name.bytes.firstIndex(of: "__"), split > 0 { name = name.bytes[(split + 2)...].string }
        var text = spaced(name)
        for suffix in suffixes + folderSuffixes {
            if let rest = text.bytes.dropping(suffix: suffix) { text = rest.trimmed.string }
        }
        return text.isEmpty ? nil : text
    }

    /// `02-machine_learning` → `machine learning`.
    static func spaced(_ name: String) -> String {
        var bytes = Array(name.utf8)
        for index in bytes.indices
        where bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "_") {
            bytes[index] = .space
        }
        var rest = bytes[...].trimmed
        let digits = rest.digitsPrefix
        if !digits.isEmpty, let next = rest.dropFirst(digits.count).first, !next.isWord {
            rest = rest.dropFirst(digits.count).drop { !$0.isWord }
        }
        return rest.trimmed.string
    }

    /// "System Questions (37)", "(19 questions)".
    private static func withoutCount(_ text: String) -> String {
        guard let last = text.utf8.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "]"),
            let open = text.bytes.lastIndex(
                of: last == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "["))
        else { return text }
        let inside = text.bytes[(open + 1)...].dropLast()
        guard inside.first?.isDigit ?? false, inside.wordCount <= 2 else { return text }
        return text.bytes[..<open].trimmed.string
    }

    private static let suffixes: [StaticString] = [
        "interview questions and answers", "interview questions & answers", "interview question",
        "interview questions",
        "interview q&a",
    ]
    private static let prefixes: [StaticString] = [
        "questions about", "questions on", "interview questions on",
    ]
    private static let folderSuffixes: [StaticString] = [
        "questions and answers", "questions", "interview", "interviews",
    ]
    private static let generic: Set<String> = [
        "", "questions", "question", "questions & answers", "questions and answers", "q&a", "q & a", "faq",
        "list of questions", "table of contents", "contents", "toc", "interview", "interview questions guide",
        "question bank", "answers",
    ]
    private static let genericFiles: Set<String> = [
        "readme", "index", "questions", "question", "main", "interview questions", "answers", "data", "all",
        "list",
        "questions and answers", "cards", "flashcards", "anki", "quizlet", "deck", "qa", "faq",
    ]
}
