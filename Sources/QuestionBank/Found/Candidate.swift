/// A line that may be a question's.
struct Candidate {
    /// Lines of one shape are one hypothesis about how the document marks its questions.
    enum Shape: Hashable {
        /// `Q:`, `1. Q:`, `**Question:**`, `> Q5.`, outside headings.
        case labelled
        /// `### Q1: …`, `## Question 3`, at any level: levels drift.
        case labelledHeading
        /// `#### 12. …`, `12. ### …`.
        case numberedHeading(Int)
        case heading(Int)
        /// `<details><summary>…`
        case summary
        /// A paragraph that is bold as a whole.
        case bold
        /// `**3) Title**. …`
        case boldNumber
        /// `3. …` at the margin.
        case ordered
        /// `* …` at the margin.
        case bullet
        /// `B. What …?` at the margin.
        case lettered
        /// A paragraph that asks, and nothing else.
        case paragraph

        /// Lines rather than sections: a marker in a list below may be their answer's.
        var isLine: Bool {
            switch self {
            case .labelled, .bullet, .ordered, .lettered: true
            case .labelledHeading, .numberedHeading, .heading, .summary, .bold, .boldNumber, .paragraph: false
            }
        }

        /// Items of a list.
        var isListed: Bool { self == .bullet || self == .ordered || self == .lettered }

        /// Headings and foldable blocks.
        var isSection: Bool {
            switch self {
            case .labelledHeading, .numberedHeading, .heading, .summary: true
            default: false
            }
        }
    }

    var line: Int
    /// The line after the marker's last one.
    var next: Int
    var shape: Shape
    var label: Label.Kind
    var number: Int?
    /// The number of the list's item that it is.
    var position: Int?
    /// The question's text as far as it stands in the marker; may be empty.
    var text: String
    /// More lines of the marker: a list or code.
    var extra = ""
    /// Level of the heading; 7 where there is none.
    var level = 7
    var asks: Bool
    /// Struck out: ends the answer before it and is no question itself.
    var isStruck = false
    /// Where the `<details>` around it ends.
    var blockEnd: Int?
    /// Text follows the bold title on the same line.
    var hasTail = false
    /// What the signs behind the question say.
    var difficulty: Difficulty?
    /// The answer's beginning on the marker's own line: `- **What is it?** That.`
    var inline: Bytes = []
    /// The text as question and answer, if that is how the document's lines go: `1. What is it? That.`
    var halves: (question: String, answer: Bytes)?
    /// A title whose section asks.
    var poses = false
}

/// Whether a text asks or tells to do something, as questions do.
enum Asking {
    static func asks(_ text: String) -> Bool {
        let bytes = text.bytes.trimmed
        guard let last = bytes.last else { return false }
        if last == UInt8(ascii: "?") || bytes.contains("? ") { return true }
        if bytes.count >= 3, bytes.suffix(3).elementsEqual([0xEF, 0xBC, 0x9F]) { return true }
        let first = bytes.prefix { $0.isWord || $0 == UInt8(ascii: "'") }.string.lowercased()
        return openers.contains(first) && bytes.wordCount >= 2
    }

    /// Whether a text below a question asks itself, rather than answers: "When it sounds hollow" does not.
    static func asksFurther(_ text: String) -> Bool {
        let bytes = text.bytes.trimmed
        guard let last = bytes.last else { return false }
        if last == UInt8(ascii: "?") || bytes.contains("? ") { return true }
        let first = bytes.prefix { $0.isWord || $0 == UInt8(ascii: "'") }.string.lowercased()
        return furtherOpeners.contains(first) && bytes.wordCount >= 3 && last != UInt8(ascii: ".")
    }

    private static let furtherOpeners: Set<String> = [
        "what", "what's", "why", "how", "which", "who", "explain", "describe", "can", "could", "would",
    ]

    /// Whether the words are in the order of a question: "What is it", not "What it is".
    static func isInterrogative(_ text: String) -> Bool {
        let bytes = text.bytes.trimmed
        guard let last = bytes.last else { return false }
        if last == UInt8(ascii: "?") || bytes.suffix(3).elementsEqual([0xEF, 0xBC, 0x9F]) { return true }
        let words = bytes.split(separator: .space).prefix(2).map { $0.string.lowercased() }
        guard words.count == 2 else { return false }
        return ["what", "how", "why", "when", "where", "which", "who"].contains(words[0])
            && auxiliaries.contains(words[1])
    }

    private static let auxiliaries: Set<String> = [
        "is", "are", "was", "were", "do", "does", "did", "can", "could", "would", "should", "will", "has",
        "have",
    ]

    /// A line that asks and goes on with what does not ask: `What is it? That.`; `nil` if there is no such place.
    static func halves(_ text: Bytes) -> (question: Bytes, answer: Bytes)? {
        var index = text.endIndex - 2
        while index > text.startIndex {
            if text[index] == UInt8(ascii: "?"), text[index + 1].isBlank {
                let question = text[...index]
                let answer = withoutDash(text[(index + 1)...].trimmedStart)
                guard question.wordCount >= 2, let first = answer.first, first != UInt8(ascii: "("),
                    first != UInt8(ascii: "["), first.isUpper || first.isDigit || first >= 0x60,
                    answer.wordCount >= 1,
                    !asksFurther(answer.string)
                else { return nil }
                return (question, answer)
            }
            index -= 1
        }
        return nil
    }

    /// Without a dash or colon between question and answer.
    static func withoutDash(_ text: Bytes) -> Bytes {
        var rest = text
        for dash in ["- ", "– ", "— ", ": ", "-> ", "=> ", "→ "] where rest.starts(with: dash.utf8) {
            rest = rest.dropFirst(dash.utf8.count).trimmedStart
        }
        return rest
    }

    private static let openers: Set<String> = [
        "what", "what's", "why", "how", "when", "where", "which", "who", "whose", "explain", "describe",
        "define",
        "compare", "discuss", "list", "name", "give", "tell", "write", "implement", "differentiate",
        "distinguish",
        "mention", "outline", "illustrate", "derive", "prove", "calculate", "compute", "design", "state",
        "is", "are",
        "can", "could", "do", "does", "did", "should", "would", "will", "have", "has", "in", "difference",
        "differences", "suppose", "imagine", "you", "your", "walk", "show", "identify", "enumerate", "talk",
        "find",
        "if", "given", "elaborate", "contrast", "evaluate", "estimate", "build", "create",
    ]
}
