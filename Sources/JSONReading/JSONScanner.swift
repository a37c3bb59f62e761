/// Reads a JSON text from its beginning to its end, once.
struct JSONScanner {
    private let bytes: [UInt8]
    private var place = 0
    private var nodes: [JSONTree.Node] = []
    /// As many as Foundation's decoder takes.
    private static let deepest = 512

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        nodes.reserveCapacity(bytes.count / 8)
    }

    mutating func scan() throws -> [JSONTree.Node] {
        try value(at: 0)
        guard peek() == nil else { throw corrupted() }
        return nodes
    }

    static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    private mutating func value(at depth: Int) throws {
        guard let first = peek() else { throw corrupted() }
        switch first {
        case UInt8(ascii: "{"): try holder(.object, until: UInt8(ascii: "}"), at: depth)
        case UInt8(ascii: "["): try holder(.array, until: UInt8(ascii: "]"), at: depth)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "n"): try literal("null", .null)
        case UInt8(ascii: "t"): try literal("true", .true)
        case UInt8(ascii: "f"): try literal("false", .false)
        default: try number()
        }
    }

    private mutating func holder(_ kind: JSONTree.Kind, until end: UInt8, at depth: Int) throws {
        guard depth < Self.deepest else { throw corrupted() }
        let own = begin(kind)
        place += 1
        var count = 0
        if peek() == end {
            place += 1
            return finish(own, count)
        }
        while true {
            if case .object = kind {
                guard peek() == UInt8(ascii: "\"") else { throw corrupted() }
                try string()
                guard peek() == UInt8(ascii: ":") else { throw corrupted() }
                place += 1
            }
            try value(at: depth + 1)
            count += 1
            guard let sign = peek() else { throw corrupted() }
            place += 1
            if sign == end { return finish(own, count) }
            guard sign == UInt8(ascii: ",") else { throw corrupted() }
        }
    }

    private mutating func string() throws {
        place += 1
        let start = place
        var isEscaped = false
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") {
                nodes.append(
                    .init(
                        kind: .string(escaped: isEscaped), start: start, end: place, next: nodes.count + 1))
                place += 1
                return
            }
            guard byte >= 0x20 else { throw corrupted() }
            place += 1
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                try escape()
            }
        }
        throw corrupted()
    }

    private mutating func escape() throws {
        guard place < bytes.count else { throw corrupted() }
        let sign = bytes[place]
        place += 1
        switch sign {
        case UInt8(ascii: "u"):
            switch try unit() {
            case 0xd800...0xdbff:
                guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")), 0xdc00...0xdfff ~= (try unit())
                else {
                    throw corrupted()
                }
            case 0xdc00...0xdfff: throw corrupted()
            default: break
            }
        case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"),
            UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            break
        default: throw corrupted()
        }
    }

    /// Four digits.
    private mutating func unit() throws -> UInt32 {
        guard place + 4 <= bytes.count else { throw corrupted() }
        var unit: UInt32 = 0
        for byte in bytes[place..<(place + 4)] {
            guard let digit = Self.hexadecimal(byte) else { throw corrupted() }
            unit = unit << 4 | UInt32(digit)
        }
        place += 4
        return unit
    }

    private mutating func literal(_ word: StaticString, _ kind: JSONTree.Kind) throws {
        let own = begin(kind)
        let length = word.utf8CodeUnitCount
        guard place + length <= bytes.count,
            String(decoding: bytes[place..<(place + length)], as: UTF8.self) == word.description
        else { throw corrupted() }
        place += length
        finish(own, 0)
    }

    /// `-`, digits without a zero before them, a fraction, an exponent.
    private mutating func number() throws {
        let own = begin(.number)
        take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { take(UInt8(ascii: "-")) }
            try digits()
        }
        finish(own, 0)
    }

    private mutating func digits() throws {
        let start = place
        while place < bytes.count, 0x30...0x39 ~= bytes[place] { place += 1 }
        guard place > start else { throw corrupted() }
    }

    @discardableResult
    private mutating func take(_ sign: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == sign else { return false }
        place += 1
        return true
    }

    /// The next byte that is no white space.
    private mutating func peek() -> UInt8? {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x09, 0x0a, 0x0d: place += 1
            case let byte: return byte
            }
        }
        return nil
    }

    private mutating func begin(_ kind: JSONTree.Kind) -> Int {
        nodes.append(.init(kind: kind, start: place))
        return nodes.count - 1
    }

    private mutating func finish(_ node: Int, _ count: Int) {
        nodes[node].end = place
        nodes[node].next = nodes.count
        nodes[node].count = count
    }

    private func corrupted() -> DecodingError {
        .dataCorrupted(.init(codingPath: [], debugDescription: "This is not JSON at byte \(place)."))
    }
}
