/// The bytes of a JSON text that is being written, and what of it is still open.
struct JSONBuffer {
    enum Frame {
        case object, array
    }

    private(set) var bytes: [UInt8] = []
    /// The objects and arrays that are being written, outermost first.
    private var frames: [Frame] = []
    /// Whether the innermost of them has no member yet.
    private var isEmpty = true

    init() {
        bytes.reserveCapacity(4096)
        frames.reserveCapacity(16)
    }

    /// How many objects and arrays are open, and how many bytes there are.
    var position: (depth: Int, count: Int) { (frames.count, bytes.count) }

    mutating func begin(_ frame: Frame, at depth: Int) {
        guard frames.count == depth else {
            precondition(frames[depth] == frame, "a value is an object or an array, not both")
            return close(to: depth + 1)
        }
        frames.append(frame)
        isEmpty = true
        bytes.append(frame == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
    }

    mutating func beginMember(_ key: String, at depth: Int) {
        beginElement(at: depth)
        append(key)
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func beginElement(at depth: Int) {
        precondition(frames.count > depth, "a container is used after its value was written")
        close(to: depth + 1)
        if !isEmpty { bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
    }

    /// Ends a value that began at a position. One that has no parts at all is an empty object.
    mutating func end(to depth: Int, start: Int) {
        close(to: depth)
        if bytes.count == start { bytes += "{}".utf8 }
    }

    mutating func append(literal: String) {
        bytes.append(contentsOf: literal.utf8)
    }

    mutating func append(_ string: String) { bytes.append(quoted: string) }

    private mutating func close(to depth: Int) {
        while frames.count > depth {
            bytes.append(frames.removeLast() == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
            isEmpty = false
        }
    }
}

extension [UInt8] {
    package mutating func append(quoted string: String) {
        append(UInt8(ascii: "\""))
        if Self.needsEscapes(string) {
            for byte in string.utf8 { escape(byte) }
        } else {
            append(contentsOf: string.utf8)
        }
        append(UInt8(ascii: "\""))
    }

    private static func needsEscapes(_ string: String) -> Bool {
        let span = string.utf8Span.span
        // Without a way out on the way, many bytes are looked at in one step.
        var isFound = false
        for index in span.indices {
            let mustBeEscaped = mustBeEscaped(unsafe span[unchecked: index])
            isFound = isFound || mustBeEscaped
        }
        return isFound
    }

    /// RFC 8259, section 7.
    private static func mustBeEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        guard Self.mustBeEscaped(byte) else { return append(byte) }
        switch byte {
        case UInt8(ascii: "\n"): self += "\\n".utf8
        case 0..<0x10: self += "\\u000\(String(byte, radix: 16))".utf8
        case 0x10..<0x20: self += "\\u00\(String(byte, radix: 16))".utf8
        default: self += [UInt8(ascii: "\\"), byte]
        }
    }
}
