import FoundationEssentials

/// A JSON value as it may come over the wire: whatever somebody may write, sound or not.
package indirect enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// As it is written: `1e400` is a number too.
    case number(String)
    /// As it is written between the quotes, escapes and all.
    case string(String)
    case array([JSONValue])
    /// Names may come twice.
    case object([(String, JSONValue)])

    /// The value of a name; `nil` where this is no object or has no such name.
    subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.0 == name }?.1
    }

    var members: [(String, JSONValue)] { if case .object(let members) = self { members } else { [] } }
    var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
    var text: String? { if case .string(let text) = self { text } else { nil } }
    var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }

    package func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let number): text += number
        case .string(let string): text += "\"\(string)\""
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += "," }
                element.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, (name, value)) in members.enumerated() {
                text += index > 0 ? ",\"\(name)\":" : "\"\(name)\":"
                value.write(to: &text)
            }
            text += "}"
        }
    }
}

extension JSONValue: Decodable {
    private struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: Name.self) {
            self = .object(
                try container.allKeys.map {
                    ($0.stringValue, try container.decode(JSONValue.self, forKey: $0))
                }
                .sorted { $0.0 < $1.0 })
            return
        }
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let elements = try? value.decode([JSONValue].self) {
            self = .array(elements)
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? value.decode(Int.self) {
            self = .number("\(number)")
        } else if let number = try? value.decode(Double.self) {
            self = .number("\(number)")
        } else {
            self = .string(try value.decode(String.self))
        }
    }
}
