/// Markdown made from another markup, with the source line of each of its lines.
struct MarkdownText {
    private(set) var bytes: [UInt8] = []
    /// For each line of the text the line of the source it was made from, counted from 1.
    private(set) var lines: [Int32] = []

    mutating func add(_ line: some Sequence<UInt8>, from source: Int) {
        bytes.append(contentsOf: line)
        bytes.append(.newline)
        lines.append(Int32(clamping: source))
    }

    mutating func add(_ line: String, from source: Int) { add(line.utf8, from: source) }

    /// The source line of a line counted from 1.
    func source(of line: Int) -> Int { lines.indices.contains(line - 1) ? Int(lines[line - 1]) : line }
}

/// A document's lines with their numbers, for converters that go line by line.
struct NumberedLines: Sequence {
    let text: [UInt8]

    func makeIterator() -> AnyIterator<(number: Int, body: Bytes)> {
        var start = 0
        var number = 0
        return AnyIterator {
            guard start < text.count else { return nil }
            let end = text[start...].firstIndex(of: .newline) ?? text.count
            defer { start = end + 1 }
            number += 1
            return (number, text[start..<end])
        }
    }
}
