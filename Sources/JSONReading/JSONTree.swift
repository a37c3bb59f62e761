/// A JSON text (RFC 8259) taken apart: its values in their order, each with its place in the text, the members of an
/// object as a name and a value by turns. Nothing is copied before somebody asks for it.
final class JSONTree {
    enum Kind {
        case null, `false`, `true`, number, array, object
        /// - Parameter escaped: whether its bytes stand for others.
        case string(escaped: Bool)
    }

    struct Node {
        var kind: Kind
        /// Offsets into the text; of a string without its quotation marks.
        var start: Int
        var end = 0
        /// Where the node behind it and all that it holds is.
        var next = 0
        /// Elements of an array, members of an object.
        var count = 0
    }

    let bytes: [UInt8]
    let nodes: [Node]

    /// - Throws: `DecodingError.dataCorrupted` where the text is not one JSON value.
    init(_ text: String) throws {
        bytes = Array(text.utf8)
        var scanner = JSONScanner(bytes)
        nodes = try scanner.scan()
    }

    /// The value of a member. A name that stands there twice is the first.
    func member(_ name: String, of object: Int) -> Int? {
        let utf8 = name.utf8
        var index = object + 1
        for _ in 0..<nodes[object].count {
            let node = nodes[index]
            if case .string(escaped: true) = node.kind {
                if string(at: index) == name { return index + 1 }
            } else if node.end - node.start == utf8.count, bytes[node.start..<node.end].elementsEqual(utf8) {
                return index + 1
            }
            index = nodes[index + 1].next
        }
        return nil
    }

    func names(of object: Int) -> [String] {
        var names: [String] = []
        var index = object + 1
        for _ in 0..<nodes[object].count {
            names.append(string(at: index) ?? "")
            index = nodes[index + 1].next
        }
        return names
    }

    func string(at index: Int) -> String? {
        let node = nodes[index]
        guard case .string(let escaped) = node.kind else { return nil }
        let slice = bytes[node.start..<node.end]
        return String(decoding: escaped ? Self.unescaped(slice) : slice, as: UTF8.self)
    }

    func integer<Value: FixedWidthInteger>(at index: Int) -> Value? {
        let node = nodes[index]
        guard case .number = node.kind else { return nil }
        var (value, isNegative) = (Value(0), false)
        for byte in bytes[node.start..<node.end] {
            if byte == UInt8(ascii: "-") {
                isNegative = true
                continue
            }
            // With a fraction or an exponent it may be a whole number all the same.
            guard 0x30...0x39 ~= byte else { return double(at: index).flatMap { Value(exactly: $0) } }
            let digit = Value(byte - 0x30)
            let (tenfold, isTooMuch) = value.multipliedReportingOverflow(by: 10)
            let (sum, isOver) =
                isNegative
                ? tenfold.subtractingReportingOverflow(digit) : tenfold.addingReportingOverflow(digit)
            guard !isTooMuch, !isOver else { return nil }
            value = sum
        }
        return value
    }

    func double(at index: Int) -> Double? {
        let node = nodes[index]
        guard case .number = node.kind else { return nil }
        let value = Double(String(decoding: bytes[node.start..<node.end], as: UTF8.self))
        return value?.isFinite == true ? value : nil
    }

    /// The scanner has seen that each escape is whole.
    private static func unescaped(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes: ArraySlice<UInt8> = []
        bytes.reserveCapacity(slice.count)
        var rest = slice
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let sign = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            switch sign {
            case UInt8(ascii: "b"): bytes.append(0x08)
            case UInt8(ascii: "f"): bytes.append(0x0c)
            case UInt8(ascii: "n"): bytes.append(0x0a)
            case UInt8(ascii: "r"): bytes.append(0x0d)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "u"): bytes.append(contentsOf: String(scalar(&rest)).utf8)
            default: bytes.append(sign)
            }
        }
        return bytes
    }

    private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar {
        let first = unit(&rest)
        guard 0xd800...0xdbff ~= first else { return Unicode.Scalar(first) ?? "\u{fffd}" }
        rest = rest.dropFirst(2)
        // Two units of UTF-16 (RFC 8259 §7); the scanner has seen that they belong together.
        let second = unit(&rest)
        return Unicode.Scalar(0x10000 + (first & 0x3ff) << 10 + second & 0x3ff) ?? "\u{fffd}"
    }

    private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt32 {
        defer { rest = rest.dropFirst(4) }
        return rest.prefix(4).reduce(0) { $0 << 4 | UInt32(JSONScanner.hexadecimal($1) ?? 0) }
    }
}
