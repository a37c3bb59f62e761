/// A line of text as it is meant, not yet as wide as anybody's screen.
public struct Line: Hashable, Sendable {
    /// What words are like, apart from what they say.
    public enum Style: String, Hashable, Sendable {
        case strong, quiet, good, middling, bad
    }

    public struct Span: Hashable, Sendable {
        public var text: String
        public var style: Style?
    }

    public var spans: [Span]
    /// Columns by which the line begins further in, and those it is broken into.
    public var indent: Int
    public var hanging: Int
    /// Code is never broken.
    public var isVerbatim: Bool

    public init(_ spans: [Span], indent: Int = 0, hanging: Int? = nil, isVerbatim: Bool = false) {
        self.spans = spans
        self.indent = indent
        self.hanging = hanging ?? indent
        self.isVerbatim = isVerbatim
    }

    public init(_ text: String, _ style: Style? = nil, indent: Int = 0, hanging: Int? = nil) {
        self.init([Span(text: text, style: style)], indent: indent, hanging: hanging)
    }

    public static let empty = Line([])

    /// What it says.
    public var text: String { spans.map(\.text).joined() }
}

extension Line {
    /// A line for each of the text's, code between fences left as it is.
    static func paragraphs(_ text: String, _ style: Style? = nil, indent: Int = 0) -> [Line] {
        var isCode = false
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let isFence = line.drop { $0 == " " }.hasPrefix("```")
            defer { if isFence { isCode.toggle() } }
            return Line(
                [Span(text: String(line), style: style)], indent: indent, isVerbatim: isCode || isFence)
        }
    }
}
