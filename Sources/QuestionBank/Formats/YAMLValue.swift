import Yams

/// YAML as the value that JSON would have, for what finds cards in either.
enum YAMLValue {
    /// Larger documents are no lists that people write.
    private static let maxBytes = 8 << 20
    /// With aliases a small document can stand for one without end.
    private static let maxNodes = 400_000
    private static let maxDepth = 64

    static func isOne(_ text: [UInt8], name: String) -> Bool {
        let isNamed = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
        guard text.count <= maxBytes else { return false }
        var lines = 0
        var keys = 0
        var sawList = false
        for (number, raw) in NumberedLines(text: text) where number <= 200 {
            let body = raw.trimmed
            guard let first = body.first, first != UInt8(ascii: "#") else { continue }
            if first == UInt8(ascii: "["), !isNamed { return false }
            lines += 1
            let entry = body.dropping(prefix: "- ")?.trimmedStart ?? body
            sawList = sawList || entry.count < body.count
            if let cut = entry.firstIndex(of: UInt8(ascii: ":")),
                cut + 1 == entry.endIndex || entry[cut + 1].isBlank,
                Columns.role(of: entry[..<cut].string) != nil
            {
                keys += 1
            }
        }
        // Markdown may begin as YAML does: without the name, lists of keys that mean something decide.
        return isNamed || (sawList && keys >= 2 && keys * 3 >= lines)
    }

    static func read(_ text: [UInt8]) -> JSONValue? {
        guard let node = try? Yams.compose(yaml: String(decoding: text, as: UTF8.self)) else { return nil }
        var budget = maxNodes
        return value(node, depth: 0, &budget)
    }

    private static func value(_ node: Node, depth: Int, _ budget: inout Int) -> JSONValue? {
        budget -= 1
        guard depth < maxDepth, budget > 0 else { return nil }
        let line = node.mark?.line ?? 1
        switch node {
        case .scalar(let scalar): return .string(scalar.string.trimmingBlankLines, line: line)
        case .sequence(let sequence):
            var values: [JSONValue] = []
            for item in sequence {
                guard let value = value(item, depth: depth + 1, &budget) else { return nil }
                values.append(value)
            }
            return .array(values, line: line)
        case .mapping(let mapping):
            var members: [(key: String, value: JSONValue)] = []
            for (key, item) in mapping {
                guard let value = value(item, depth: depth + 1, &budget) else { return nil }
                members.append((key.string ?? "", value))
            }
            return .object(members, line: line)
        case .alias: return .null
        }
    }
}
