import FoundationEssentials

/// Makes messages of every type that the protocol's description knows, sound ones and others, always the same for the
/// same seed.
package struct MessageGenerator {
    private let definitions: JSONValue
    private let types: [JSONValue]
    package var random: FuzzRandom
    /// What the server has told so far, by the field it stands in: names of interviews and documents, secrets.
    package var known: [String: [String]] = [:]
    private var lastRef = 0
    /// Of a hundred fields, how many hold what they should not.
    private var faults = 0
    /// Whether numbers are mostly such as nobody means, in what is sound otherwise.
    private var hasOddNumbers = false
    /// Whether only what has to be there is.
    private var isPlain = false

    /// - Parameter schema: `greenroom.v1.schema.json`.
    package init(schema: [UInt8], seed: UInt64) throws {
        definitions = try JSONDecoder().decode(JSONValue.self, from: Data(schema))["$defs"] ?? .null
        types = definitions["clientMessage"]?["oneOf"]?.elements ?? []
        precondition(types.count > 10, "the protocol has messages")
        random = FuzzRandom(seed: seed)
    }

    /// The `type` of every message that clients may send.
    package var messageTypes: [String] {
        types.compactMap { type in
            let name = type["$ref"]?.text?.split(separator: "/").last.map(String.init) ?? ""
            return definitions[name]?["properties"]?["type"]?["const"]?.text
        }
    }

    package mutating func message() -> String {
        (faults, hasOddNumbers) = (random.below(3) == 0 ? 8 : 0, random.below(8) == 0)
        var text = ""
        let value = random.below(100) == 0 ? anything(0) : value(of: drawnType(), "message", 0)
        value.write(to: &text)
        return random.below(100) == 0 ? torn(text) : text
    }

    /// A sound message of a type with nothing in it that can be left out.
    package mutating func plainMessage(_ type: String) -> String {
        (faults, hasOddNumbers, isPlain) = (0, false, true)
        defer { isPlain = false }
        var text = ""
        value(of: definitions[type] ?? .null, "message", 0).write(to: &text)
        return text
    }

    /// What ends everything that could be asked about is asked for less often.
    private mutating func drawnType() -> JSONValue {
        let type = random.element(of: types) ?? .null
        let isRare =
            type["$ref"]?.text.map { name in
                ["/erase", "/end"].contains { name.hasSuffix($0) }
            } ?? false
        return isRare && random.below(5) > 0 ? drawnType() : type
    }

    private mutating func value(of schema: JSONValue, _ field: String, _ depth: Int) -> JSONValue {
        if random.below(100) < faults { return anything(0) }
        if let name = schema["$ref"]?.text?.split(separator: "/").last {
            return value(of: definitions[String(name)] ?? .null, field, depth)
        }
        if let constant = schema["const"] { return constant }
        if let choices = schema["oneOf"]?.elements ?? schema["anyOf"]?.elements ?? schema["enum"]?.elements {
            let choice = random.element(of: choices) ?? .null
            return schema["enum"] == nil ? value(of: choice, field, depth) : choice
        }
        switch schema["type"]?.text {
        case "object": return object(schema, depth)
        case "array":
            guard let items = schema["items"], depth < 6 else { return .array([]) }
            let count = random.element(of: [0, 0, 1, 1, 2, 5, 30]) ?? 0
            return .array((0..<count).map { _ in value(of: items, field, depth + 1) })
        case "integer", "number": return .number(number(schema, field))
        case "boolean": return .bool(random.below(2) == 0)
        case "string": return .string(string(schema, field))
        default: return anything(0)
        }
    }

    private mutating func object(_ schema: JSONValue, _ depth: Int) -> JSONValue {
        let required = Set(schema["required"]?.elements.compactMap(\.text) ?? [])
        var members: [(String, JSONValue)] = []
        for (name, field) in schema["properties"]?.members ?? [] {
            // Much can be asked only in rooms.
            let isThere =
                required.contains(name)
                ? random.below(100) >= faults : !isPlain && random.below(name == "room" ? 2 : 6) == 0
            if isThere { members.append((name, value(of: field, name, depth + 1))) }
        }
        if schema["properties"] == nil, let field = schema["additionalProperties"] {
            for name in ["nets", "x", ""].prefix(random.below(3)) {
                members.append((name, value(of: field, name, depth + 1)))
            }
        }
        if random.below(100) < faults { members.append(("unknown", anything(0))) }
        if random.below(100) < faults, let twice = random.element(of: members) {
            members.append((twice.0, anything(0)))
        }
        return .object(random.below(10) == 0 ? random.shuffled(members) : members)
    }

    private static let numbers = [
        "-1", "0", "1", "2", "59", "60", "61", "-9223372036854775808", "9223372036854775807",
        "9223372036854775808", "-9007199254740993", "1e3", "1e400", "-1e-400", "0.5", "1.0", "-0",
        "4294967296",
        "18446744073709551616", "00", "1e", "123456789012345678901234567890",
    ]

    private mutating func number(_ schema: JSONValue, _ field: String) -> String {
        if hasOddNumbers, random.below(4) > 0 { return random.element(of: Self.numbers) ?? "0" }
        if random.below(2) == 0, let known = known[field].flatMap({ random.element(of: $0) }),
            Int(known) != nil
        {
            return known
        }
        let low = schema["minimum"]?.integer ?? 0
        let high = min(schema["maximum"]?.integer ?? low + 6, low + 4000)
        if random.below(100) < faults * 4 { return random.element(of: Self.numbers) ?? "0" }
        return "\(low + random.below(random.below(3) == 0 ? high - low + 1 : min(3, high - low + 1)))"
    }

    private static let strings = [
        "", "a", "nets", "nets-1", "p", "\\ud800", "\\udc00\\ud800", "\\u0000", "\\\"", "\\\\", "é", "漢", "🙂",
        "It prevents overfitting.", "## What is recall?\\n\\nThe share of positives.\\n", "\\n", "../..",
        "null",
    ]

    private mutating func string(_ schema: JSONValue, _ field: String) -> String {
        if field == "ref" {
            lastRef += 1
            return random.below(50) == 0 ? "r\(max(1, lastRef - 3))" : "r\(lastRef)"
        }
        if random.below(100) >= faults, random.below(20) > 0, let known = known[field],
            let value = random.element(of: known)
        {
            return value
        }
        if ["secret", "token", "pass", "link"].contains(field) {
            return String(repeating: "abcdefgh".randomLetter(&random), count: 43)
        }
        if field == "share" || field == "browser" {
            return String(repeating: "abcdef".randomLetter(&random), count: 64)
        }
        if ["note", "thread"].contains(field), schema["pattern"] != nil {
            return "madeupbysomebody\(random.below(10))"
        }
        if field == "interview" { return "madeupbysomebody\(random.below(50))" }
        let text = random.element(of: Self.strings) ?? ""
        return random.below(400) == 0 ? String(repeating: text, count: 3000) : text
    }

    /// Anything that JSON can say, and what it cannot.
    private mutating func anything(_ depth: Int) -> JSONValue {
        switch random.below(depth > 3 ? 5 : 8) {
        case 0: return .null
        case 1: return .bool(true)
        case 2: return .number(random.element(of: Self.numbers) ?? "0")
        case 3, 4: return .string(random.element(of: Self.strings) ?? "")
        case 5: return .array((0..<random.below(4)).map { _ in anything(depth + 1) })
        case 6: return .object((0..<random.below(4)).map { _ in ("ref", anything(depth + 1)) })
        default:
            var value = JSONValue.number("1")
            for _ in 0..<(random.below(20) == 0 ? 2000 : 20) { value = .array([value]) }
            return value
        }
    }

    private mutating func torn(_ text: String) -> String {
        let place = text.index(text.startIndex, offsetBy: random.below(text.count + 1))
        return random.below(2) == 0 ? String(text[..<place]) : text[..<place] + "\u{FEFF}," + text[place...]
    }
}

/// Numbers that look drawn and are the same for the same seed (SplitMix64).
package struct FuzzRandom {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// 0 up to but not including a bound, which is at least 1.
    package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    package mutating func element<Element>(of list: [Element]) -> Element? {
        list.isEmpty ? nil : list[below(list.count)]
    }

    mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
        var list = list
        for index in list.indices.dropLast() { list.swapAt(index, index + below(list.count - index)) }
        return list
    }
}

extension String {
    fileprivate func randomLetter(_ random: inout FuzzRandom) -> Character {
        random.element(of: Array(self)) ?? "a"
    }
}
