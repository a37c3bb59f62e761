/// One line of a document and what Markdown makes of it. Offsets into the document's bytes keep it small.
struct Line {
    enum Kind: Equatable {
        case blank
        case text
        /// `# …`, level 1...6; also inside a list item (`1. ### …`).
        case heading(Int)
        case listItem
        /// `---`, `***`, `___`.
        case rule
        case tableRow
        /// Belongs to a fenced block, its delimiters included.
        case fenced
        /// Not content: front matter, a comment, navigation, a table of contents.
        case dropped
    }

    var start: Int32
    /// The first byte that is not indentation.
    var body: Int32
    /// After the last byte that is not blank.
    var end: Int32
    var indent: Int16
    /// ``kind`` in two bytes rather than sixteen: a large document has hundreds of thousands of lines.
    private var code: Int16

    init(start: Int32, body: Int32, end: Int32, indent: Int16, kind: Kind) {
        self.start = start
        self.body = body
        self.end = end
        self.indent = indent
        code = Self.code(kind)
    }

    var kind: Kind {
        get {
            switch code {
            case 0: .blank
            case 1: .text
            case 2: .listItem
            case 3: .rule
            case 4: .tableRow
            case 5: .fenced
            case 6: .dropped
            default: .heading(Int(code) - 100)
            }
        }
        set { code = Self.code(newValue) }
    }

    private static func code(_ kind: Kind) -> Int16 {
        switch kind {
        case .blank: 0
        case .text: 1
        case .listItem: 2
        case .rule: 3
        case .tableRow: 4
        case .fenced: 5
        case .dropped: 6
        case .heading(let level): 100 + Int16(level)
        }
    }
}

/// A document's lines.
struct Page {
    let bytes: [UInt8]
    var lines: [Line]
    /// `key: value` lines between `---` at the very start.
    var frontMatter: [String: String] = [:]
    /// The folded texts of the links in the document's tables of contents.
    var contents: Set<String> = []
    /// The headings below which parts of the table of contents stand, by the folded text of what they list.
    var contentsTopics: [String: String] = [:]
    /// How many lines were recognised as no content.
    var dropped = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lines = Self.split(bytes)
        FenceScanner.scan(&self)
        Furniture.drop(from: &self)
        Underlines.mark(&self)
    }

    /// A document in our own format: nothing in it is furniture but comments and front matter, and fences end only
    /// where they are closed.
    init(strict bytes: [UInt8]) {
        self.bytes = bytes
        lines = Self.split(bytes)
        var fence = FenceState()
        for index in lines.indices {
            if fence.read(body(index)) {
                lines[index].kind = .fenced
            } else if case .heading = lines[index].kind, !isStrictHeading(index) {
                lines[index].kind = .text
            }
        }
        Furniture.dropFrontMatter(&self)
        Furniture.dropComments(&self)
    }

    /// `## title`, not in a list item, with a blank behind the signs.
    private func isStrictHeading(_ index: Int) -> Bool {
        let rest = body(index).drop { $0 == UInt8(ascii: "#") }
        return rest.startIndex > body(index).startIndex && rest.first?.isBlank ?? true
    }

    func body(_ index: Int) -> Bytes { bytes[Int(lines[index].body)..<Int(lines[index].end)] }

    /// The line with its indentation.
    func whole(_ index: Int) -> Bytes { bytes[Int(lines[index].start)..<Int(lines[index].end)] }

    private static func split(_ bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        lines.reserveCapacity(bytes.count { $0 == .newline } + 1)
        var start = 0
        while start < bytes.count {
            let stop = bytes[start...].firstIndex(of: .newline) ?? bytes.count
            lines.append(line(bytes, from: start, to: stop))
            start = stop + 1
        }
        return lines
    }

    private static func line(_ bytes: [UInt8], from start: Int, to stop: Int) -> Line {
        var body = start
        var indent = 0
        while body < stop, bytes[body].isBlank {
            indent += bytes[body] == .tab ? 4 - indent % 4 : 1
            body += 1
        }
        var end = stop
        while end > body, bytes[end - 1].isBlank { end -= 1 }
        var line = Line(
            start: Int32(start), body: Int32(body), end: Int32(end), indent: Int16(min(indent, 10_000)),
            kind: .text)
        line.kind = LineKind.of(bytes[body..<end], indent: indent)
        return line
    }
}
