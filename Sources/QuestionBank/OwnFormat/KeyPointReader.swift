import Marking

/// Reads lists of key points: `- **Head**: gist`, with phrasings, hint, probe, weight nested below.
struct KeyPointReader {
    private(set) var points: [KeyPoint] = []
    private(set) var groups: [Rubric.Group] = []
    private var faults: [(line: Int, what: String, remedy: String)] = []
    private var ids = PointIDs()

    mutating func read(_ lines: [(line: Int, text: Bytes)], isMisconception: Bool) {
        for item in Item.lists(lines).joined() {
            if let needed = Self.groupSize(item.text) {
                if item.children.count < needed {
                    fault(
                        item.line, "the group asks for more points than it has",
                        "nest at least \(needed) points below")
                }
                groups.append(Rubric.Group(needed: max(1, needed)))
                for child in item.children {
                    add(child, isMisconception: isMisconception, group: groups.count - 1)
                }
            } else {
                add(item, isMisconception: isMisconception, group: nil)
            }
        }
    }

    func problems(in file: String) -> [Problem] {
        faults.map {
            Problem(
                severity: .error, location: SourceLocation(file: file, line: $0.line + 1), what: $0.what,
                remedy: $0.remedy, rule: .syntax)
        }
    }

    /// "Any 2 of:"
    private static func groupSize(_ text: String) -> Int? {
        guard let after = text.bytes.dropping(prefix: "any ") else { return nil }
        let digits = after.digitsPrefix
        guard let number = digits.number,
            let rest = after.dropFirst(digits.count).trimmedStart.dropping(prefix: "of")
        else { return nil }
        return rest.allSatisfy { $0.isBlank || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "*") }
            ? number : nil
    }

    private mutating func add(_ item: Item, isMisconception: Bool, group: Int?) {
        let (head, gist) = Self.headAndGist(item.text)
        guard !head.isEmpty else {
            fault(item.line, "the key point has no head", "write: - **Head**: what it says")
            return
        }
        if head.utf8.contains(where: { ByteSet.heads.contains($0) }) {
            fault(
                item.line, "the head \"\(head)\" holds a comma, semicolon or colon",
                "shorten it to a few words")
        }
        if points.contains(where: { Fold.key($0.head) == Fold.key(head) }) {
            fault(item.line, "the head \"\(head)\" is used twice in this question", "rename one")
        }
        var point = KeyPoint(
            id: ids.next(for: head), head: head, gist: gist, isMisconception: isMisconception, group: group)
        for child in item.children { note(child, in: &point) }
        points.append(point)
    }

    private mutating func note(_ item: Item, in point: inout KeyPoint) {
        guard let (key, value) = item.text.bytes.split(at: UInt8(ascii: ":")) else {
            fault(item.line, "\"\(item.text)\" is no part of a key point", Self.known)
            return
        }
        let text = value.trimmed.string
        switch key.filter({ $0 != UInt8(ascii: "*") })[...].trimmed.string.lowercased() {
        case "also": point.phrasings += Self.list(text)
        case "not": point.misstatements = (point.misstatements ?? []) + Self.list(text)
        case "hint": point.hint = text
        case "probe": point.probe = text
        case "weight":
            if let weight = Double(text), weight > 0, weight <= 100 {
                point.weight = weight
            } else {
                fault(
                    item.line, "the weight \"\(text)\" is no number above 0", "write for instance: Weight: 2")
            }
        case "required": point.isRequired = ["yes", "true"].contains(text.lowercased())
        default: fault(item.line, "\"\(key.trimmed.string)\" is no part of a key point", Self.known)
        }
    }

    /// What semicolons separate.
    private static func list(_ text: String) -> [String] {
        text.split(separator: ";").map { String($0).bytes.trimmed.string }.filter { !$0.isEmpty }
    }

    private static let known = "use Also, Not, Hint, Probe, Weight or Required"

    /// `**Head**: gist`; without bold, what stands before the first colon is the head.
    static func headAndGist(_ text: String) -> (head: String, gist: String) {
        if let (bold, rest) = BoldHead.read(text.bytes) {
            let inside = bold.bytes.trimmed
            let head = inside.last == UInt8(ascii: ":") ? inside.dropLast() : inside
            let after = rest.trimmedStart
            return (head.trimmed.string, after.drop { $0 == UInt8(ascii: ":") || $0.isBlank }.trimmed.string)
        }
        guard let (head, gist) = text.bytes.split(at: UInt8(ascii: ":")) else { return (text, "") }
        return (head.trimmed.string, gist.drop { $0 == UInt8(ascii: ":") || $0.isBlank }.string)
    }

    private mutating func fault(_ line: Int, _ what: String, _ remedy: String) {
        faults.append((line, what, remedy))
    }
}
