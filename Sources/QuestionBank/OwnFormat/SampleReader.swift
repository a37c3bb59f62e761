import Marking

/// Reads a sample answer: a quotation, then a list of the verdicts it must get.
struct SampleReader {
    private(set) var text = ""
    private(set) var expected: [String: Verdict] = [:]
    private(set) var faults: [(line: Int, what: String, remedy: String)] = []

    init(_ lines: [(line: Int, text: Bytes)], points: [KeyPoint]) {
        var quoted: [String] = []
        var list: [(line: Int, text: Bytes)] = []
        for (line, text) in lines {
            let body = text.trimmed
            if body.first == UInt8(ascii: ">") {
                quoted.append(body.dropFirst().trimmed.string)
            } else if list.isEmpty, ListMarker(body) == nil || !Self.isVerdict(body) {
                quoted.append(body.string)
            } else {
                list.append((line, text))
            }
        }
        self.text = quoted.joined(separator: "\n").trimmingBlankLines
        for item in Item.lists(list).joined() { read(item, points) }
    }

    private static func isVerdict(_ body: Bytes) -> Bool {
        guard let item = ListMarker(body)?.rest, let (key, _) = item.split(at: UInt8(ascii: ":")) else {
            return false
        }
        return Verdict(rawValue: key.trimmed.string.lowercased()) != nil
    }

    private mutating func read(_ item: Item, _ points: [KeyPoint]) {
        guard let (key, value) = item.text.bytes.split(at: UInt8(ascii: ":")),
            let verdict = Verdict(
                rawValue: key.filter { $0 != UInt8(ascii: "*") }[...].trimmed.string.lowercased())
        else {
            faults.append(
                (
                    item.line, "\"\(item.text)\" is no verdict",
                    "use Hit, Partial, Missed, Contradicted, Avoided or Held"
                ))
            return
        }
        for name in value.string.split(separator: ",") {
            let head = String(name).bytes.trimmed.string
            guard !head.isEmpty else { continue }
            let wanted = Fold.key(head)
            if let point = points.first(where: { Fold.key($0.head) == wanted }) {
                expected[point.id] = verdict
            } else {
                faults.append(
                    (
                        item.line, "no key point is called \"\(head)\"",
                        "use the head of a key point of this question"
                    ))
            }
        }
    }
}
