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
}

/// Whether a text asks or tells to do something, as questions do.
enum Asking {
    static func asks(_ text: String) -> Bool {
        let bytes = text.bytes.trimmed
        guard let last = bytes.last else { return false }
        if last == UInt8(ascii: "?") || bytes.contains("? ") { return true }
        let first = bytes.prefix { $0.isWord || $0 == UInt8(ascii: "'") }.string.lowercased()
        return openers.contains(first) && bytes.wordCount >= 2
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
