/// Rows of fields parted by a separator; a field that begins with a quote ends at its quote and may hold separators,
/// newlines and doubled quotes.
struct Delimited {
    struct Row {
        var line: Int
        var fields: [String]
    }

    var rows: [Row] = []

    /// - Parameter quotes: whether quotes have their meaning; Quizlet never quotes.
    init(_ text: Bytes, separator: UInt8, quotes: Bool = true) {
        var index = text.startIndex
        var line = 1
        while index < text.endIndex {
            var row = Row(line: line, fields: [])
            index = Self.row(text, from: index, separator, quotes, &line, &row)
            if row.fields.contains(where: { !$0.utf8.allSatisfy(\.isBlank) }) { rows.append(row) }
        }
    }

    private static func row(
        _ text: Bytes, from start: Int, _ separator: UInt8, _ quotes: Bool, _ line: inout Int,
        _ row: inout Row
    ) -> Int {
        var index = start
        while true {
            // "a, b": a blank after a comma is no part of the field.
            while separator != .tab, index < text.endIndex, text[index] == .space { index += 1 }
            if quotes, index < text.endIndex, text[index] == UInt8(ascii: "\""),
                let (field, next) = quoted(text, index, separator)
            {
                row.fields.append(field)
                line += text[index..<next].count { $0 == .newline }
                index = next
            } else {
                var end = index
                while end < text.endIndex, text[end] != separator, text[end] != .newline { end += 1 }
                row.fields.append(text[index..<end].trimmedEnd.string)
                index = end
            }
            guard index < text.endIndex else { return index }
            if text[index] == .newline {
                line += 1
                return index + 1
            }
            index += 1
        }
    }

    /// The field that the quote opens, and where to go on; `nil` if the quote is never closed before a separator, and
    /// thus is a mere quote.
    private static func quoted(_ text: Bytes, _ open: Int, _ separator: UInt8) -> (String, Int)? {
        var out: [UInt8] = []
        var index = open + 1
        let limit = min(text.endIndex, open + maxField)
        while index < limit {
            if text[index] == UInt8(ascii: "\"") {
                if index + 1 < text.endIndex, text[index + 1] == UInt8(ascii: "\"") {
                    out.append(text[index])
                    index += 2
                    continue
                }
                var next = index + 1
                while next < text.endIndex, text[next] == .space { next += 1 }
                guard next == text.endIndex || text[next] == separator || text[next] == .newline else {
                    return nil
                }
                return (String(decoding: out, as: UTF8.self), next)
            }
            out.append(text[index])
            index += 1
        }
        return nil
    }

    private static let maxField = 1 << 16
}
