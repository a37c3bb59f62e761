/// A fixed map from 64-bit keys to small numbers, laid out for one quick look per word of an answer.
struct IndexTable: Sendable {
    private var keys: [UInt64]
    private var values: [Int32]
    private let size: Int

    /// The keys must differ from each other and from 0; the values must not be negative.
    ///
    /// What is not there is the sooner known not to be, the more stays free: a third, or of a table that every word of
    /// every text is looked up in three quarters.
    init(_ pairs: [(key: UInt64, value: Int32)], isSparse: Bool = false) {
        size = max(8, isSparse ? pairs.count * 4 : pairs.count * 3 / 2)
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: -1, count: size)
        for (key, value) in pairs {
            var slot = Self.slot(of: key, size)
            while keys[slot] != 0 { slot = Self.next(slot, size) }
            keys[slot] = key
            values[slot] = value
        }
    }

    /// The value of the key, or -1.
    @inline(__always)
    subscript(key: UInt64) -> Int32 {
        var slot = Self.slot(of: key, size)
        while true {
            let found = keys[slot]
            if found == key { return values[slot] }
            if found == 0 { return -1 }
            slot = Self.next(slot, size)
        }
    }

    /// The upper half of the hash as a share of the table, which then may have any size.
    @inline(__always)
    private static func slot(of key: UInt64, _ size: Int) -> Int {
        let hash = (key &* 0x9E37_79B9_7F4A_7C15) >> 32
        return Int(truncatingIfNeeded: (hash &* UInt64(truncatingIfNeeded: size)) >> 32)
    }

    @inline(__always)
    private static func next(_ slot: Int, _ size: Int) -> Int { slot + 1 < size ? slot + 1 : 0 }
}
