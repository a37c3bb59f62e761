/// JSON Lines: an object on every line.
enum JSONLines {
    static func read(_ text: [UInt8]) -> JSONValue? {
        let first = text[...].trimmedStart
        guard first.first == UInt8(ascii: "{") else { return nil }
        var values: [JSONValue] = []
        for (number, raw) in NumberedLines(text: text) {
            let body = raw.trimmed
            if body.isEmpty { continue }
            guard case .object(let members, _)? = JSONReader.read(Array(body)) else { return nil }
            values.append(.object(members, line: number))
        }
        return values.count >= 2 ? .array(values, line: 1) : nil
    }
}
