/// A JSON value with the line it begins on, keys in the order of the document.
indirect enum JSONValue {
    case object([(key: String, value: JSONValue)], line: Int)
    case array([JSONValue], line: Int)
    case string(String, line: Int)
    case number(String)
    case bool(Bool)
    case null

    var text: String? {
        switch self {
        case .string(let text, _): text
        case .number(let text): text
        default: nil
        }
    }

    /// The texts of an array, or of one string.
    var texts: [String] {
        switch self {
        case .array(let values, _): values.compactMap(\.text)
        case .string(let text, _): text.isEmpty ? [] : [text]
        default: []
        }
    }
}

/// Reads JSON (RFC 8259) in linear time and with bounded depth, so that no document can exhaust the stack.
struct JSONReader {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private static let maxDepth = 64

    /// `nil` if the document is no JSON object or array.
    static func read(_ bytes: [UInt8]) -> JSONValue? {
        var reader = JSONReader(bytes: bytes)
        reader.skip()
        guard let first = reader.peek, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
            return nil
        }
        guard let value = reader.value(depth: 0) else { return nil }
        reader.skip()
        return reader.index == bytes.count ? value : nil
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skip() {
        while let byte = peek, byte.isBlank || byte == .newline {
            if byte == .newline { line += 1 }
            index += 1
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) -> JSONValue? {
        guard depth < Self.maxDepth, let first = peek else { return nil }
        switch first {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""):
            let line = self.line
            return string().map { .string($0, line: line) }
        case UInt8(ascii: "t"): return word("true", .bool(true))
        case UInt8(ascii: "f"): return word("false", .bool(false))
        case UInt8(ascii: "n"): return word("null", .null)
        default: return number()
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) -> JSONValue? {
        guard bytes[index...].dropping(prefix: text) != nil else { return nil }
        index += text.utf8CodeUnitCount
        return value
    }

    private mutating func number() -> JSONValue? {
        let text = bytes[index...].prefix(40).prefix { $0.isDigit || "+-.eE".utf8.contains($0) }
        guard !text.isEmpty, Double(text.string) != nil else { return nil }
        index += text.count
        return .number(text.string)
    }

    private mutating func array(depth: Int) -> JSONValue? {
        let start = line
        index += 1
        var values: [JSONValue] = []
        skip()
        if take(UInt8(ascii: "]")) { return .array([], line: start) }
        while true {
            skip()
            guard let value = value(depth: depth + 1) else { return nil }
            values.append(value)
            skip()
            if take(UInt8(ascii: "]")) { return .array(values, line: start) }
            guard take(UInt8(ascii: ",")) else { return nil }
        }
    }

    private mutating func object(depth: Int) -> JSONValue? {
        let start = line
        index += 1
        var members: [(key: String, value: JSONValue)] = []
        skip()
        if take(UInt8(ascii: "}")) { return .object([], line: start) }
        while true {
            skip()
            guard peek == UInt8(ascii: "\""), let key = string() else { return nil }
            skip()
            guard take(UInt8(ascii: ":")) else { return nil }
            skip()
            guard let value = value(depth: depth + 1) else { return nil }
            members.append((key, value))
            skip()
            if take(UInt8(ascii: "}")) { return .object(members, line: start) }
            guard take(UInt8(ascii: ",")) else { return nil }
        }
    }

    private mutating func string() -> String? {
        index += 1
        var out: [UInt8] = []
        while let byte = peek {
            index += 1
            // Nobody writes an answer of that length.
            guard out.count <= SourceText.maxLineBytes else { return nil }
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: out, as: UTF8.self)
            case UInt8(ascii: "\\"): guard escape(&out) else { return nil }
            case .newline: return nil
            default: out.append(byte)
            }
        }
        return nil
    }

    private mutating func escape(_ out: inout [UInt8]) -> Bool {
        guard let byte = peek else { return false }
        index += 1
        switch byte {
        case UInt8(ascii: "n"): out.append(.newline)
        case UInt8(ascii: "t"): out.append(.tab)
        case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"): break
        case UInt8(ascii: "u"): return unicode(&out)
        default: out.append(byte)
        }
        return true
    }

    private mutating func unicode(_ out: inout [UInt8]) -> Bool {
        guard var code = hex() else { return false }
        if (0xD800..<0xDC00).contains(code), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")),
            let low = hex()
        {
            code = (0xDC00..<0xE000).contains(low) ? 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) : 0xFFFD
        }
        let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
        out.append(contentsOf: String(scalar).utf8)
        return true
    }

    private mutating func hex() -> UInt32? {
        guard index + 4 <= bytes.count, let code = UInt32(bytes[index..<(index + 4)].string, radix: 16) else {
            return nil
        }
        index += 4
        return code
    }
}
