/// Writes numbers and texts one after the other as bytes.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func append(byte: UInt8) { bytes.append(byte) }

    /// Seven bits a byte, the lowest first; all but the last have the highest bit set.
    mutating func append(_ number: Int) {
        var rest = UInt(number)
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Its length in UTF-8 before it.
    mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ value: Double, as width: DecimalWidth) {
        switch width {
        case .zero: break
        case .thousandths: append(Int(value * 1000 + 0.5))
        case .single: append(littleEndian: UInt64(Float(value).bitPattern), 4)
        case .double: append(littleEndian: value.bitPattern, 8)
        }
    }

    private mutating func append(littleEndian bits: UInt64, _ count: UInt64) {
        for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: bits >> (8 * index))) }
    }
}

/// As what a decimal number stands: the shorter the better, and always as exact as it is.
enum DecimalWidth: UInt8 {
    case zero, thousandths, single, double

    init(of value: Double) {
        self =
            if value.bitPattern == 0 {
                .zero
            } else if value > 0, value <= 1, Double(Int(value * 1000 + 0.5)) / 1000 == value {
                .thousandths
            } else {
                Double(Float(value)).bitPattern == value.bitPattern ? .single : .double
            }
    }
}

/// Reads what ``ByteWriter`` wrote; whatever else it may be, it is refused.
struct ByteReader {
    struct Torn: Error {}

    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func byte() throws(Torn) -> UInt8 {
        guard let byte = rest.popFirst() else { throw Torn() }
        return byte
    }

    mutating func number() throws(Torn) -> Int {
        var (number, shift): (Int, Int) = (0, 0)
        while true {
            let byte = try byte()
            guard shift < 63 else { throw Torn() }
            number |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
    }

    /// How many follow that have each a byte at least.
    mutating func count() throws(Torn) -> Int {
        let count = try number()
        guard count <= rest.count else { throw Torn() }
        return count
    }

    mutating func text() throws(Torn) -> String {
        let count = try count()
        guard let text = String(validating: rest.prefix(count), as: UTF8.self) else { throw Torn() }
        rest = rest.dropFirst(count)
        return text
    }

    mutating func decimal(_ width: DecimalWidth) throws(Torn) -> Double {
        let value =
            switch width {
            case .zero: 0.0
            case .thousandths: Double(try number()) / 1000
            case .single: Double(Float(bitPattern: UInt32(truncatingIfNeeded: try littleEndian(4))))
            case .double: Double(bitPattern: try littleEndian(8))
            }
        guard value.isFinite else { throw Torn() }
        return value
    }

    private mutating func littleEndian(_ count: UInt64) throws(Torn) -> UInt64 {
        var bits: UInt64 = 0
        for index in 0..<count { bits |= UInt64(try byte()) << (8 * index) }
        return bits
    }
}
