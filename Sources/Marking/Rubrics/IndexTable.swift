/// A fixed map from 64-bit keys to small numbers, laid out for one quick look per word of an answer.
struct IndexTable: Sendable {
    private var keys: [UInt64]
    private var values: [Int32]
    private let mask: Int

    /// The keys must differ from each other and from 0; the values must not be negative.
    init(_ pairs: [(key: UInt64, value: Int32)]) {
        var size = 8
        while size * 3 < pairs.count * 4 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: -1, count: size)
        mask = size - 1
        for (key, value) in pairs {
            var slot = Self.slot(of: key, mask)
            while keys[slot] != 0 { slot = (slot + 1) & mask }
            keys[slot] = key
            values[slot] = value
        }
    }

    /// The value of the key, or -1.
    @inline(__always)
    subscript(key: UInt64) -> Int32 {
        var slot = Self.slot(of: key, mask)
        while true {
            let found = keys[slot]
            if found == key { return values[slot] }
            if found == 0 { return -1 }
            slot = (slot + 1) & mask
        }
    }

    @inline(__always)
    private static func slot(of key: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    }
}
