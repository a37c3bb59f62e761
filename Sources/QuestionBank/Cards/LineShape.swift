/// What the lines of a document have in common.
struct LineShape {
    /// Lines that are not blank.
    var lines = 0
    /// Lines with as many tabs as the first such line, at least one.
    var tabbed = 0
    var semicolons = 0
    var firstIsTabbed = false
    private var markup = 0
    private var items = 0

    init(_ text: Bytes) {
        var tabs: Int?
        var rest = text
        while !rest.isEmpty {
            let line = rest.prefix { $0 != .newline }
            rest = rest.dropFirst(line.count + 1)
            let body = line.trimmed
            guard let first = body.first else { continue }
            lines += 1
            if lines > Self.sample { break }
            let count = line.trimmedStart.count { $0 == .tab }
            if count > 0 {
                if tabs == nil { tabs = count }
                if count == tabs || (tabs.map { abs($0 - count) == 1 } ?? false) { tabbed += 1 }
                if lines == 1 { firstIsTabbed = true }
            }
            if body.contains(UInt8(ascii: ";")) { semicolons += 1 }
            if first == UInt8(ascii: "#"), LineKind.headingLevel(body) ?? 1 >= 2 { markup += 1 }
            if ListMarker(body) != nil { items += 1 }
            // A heading that is underlined; three signs may be what parts cards.
            if first == UInt8(ascii: "="), body.count > 3, body.allSatisfy({ $0 == first }) { markup += 1 }
            if body.starts("**") || body.starts("```") { markup += 1 }
            if Label(body.drop { $0 == UInt8(ascii: "#") }).kind == .question { markup += 3 }
        }
    }

    /// Headings, lists, bold lines or `Q:` in more than a few lines.
    var looksLikeMarkdown: Bool { (markup + items) * 8 > lines }

    /// No markup but lists.
    var hasOnlyLists: Bool { markup * 8 <= lines }

    /// As many lines as are needed to know.
    private static let sample = 20_000
}
