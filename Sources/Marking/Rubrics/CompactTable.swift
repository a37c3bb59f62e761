/// A fixed map from 32-bit keys to small numbers, for the many tables that a bank's matchers hold.
struct CompactTable<Value: FixedWidthInteger & Sendable>: Sendable {
    private var keys: [UInt32]
    private var values: [Value]

    /// The keys must differ from 0; of two that are the same the later one counts.
    init(_ pairs: [(key: UInt32, value: Value)]) {
        let size = max(8, pairs.count * 4 / 3)
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: 0, count: size)
        for (key, value) in pairs {
            var slot = Self.slot(of: key, size)
            while keys[slot] != 0, keys[slot] != key { slot = slot + 1 < size ? slot + 1 : 0 }
            keys[slot] = key
            values[slot] = value
        }
    }

    /// The value of the key, or -1.
    @inline(__always)
    subscript(key: UInt32) -> Int {
        let place = place(of: key)
        return place < 0 ? -1 : Int(values[place])
    }

    /// Where the key stands among ``capacity`` places, or -1.
    @inline(__always)
    func place(of key: UInt32) -> Int {
        var slot = Self.slot(of: key, keys.count)
        while true {
            let found = keys[slot]
            if found == key { return slot }
            if found == 0 { return -1 }
            slot = slot + 1 < keys.count ? slot + 1 : 0
        }
    }

    @inline(__always)
    subscript(place place: Int) -> Value { values[place] }

    var capacity: Int { keys.count }

    /// The hash as a share of the table, which then may have any size.
    @inline(__always)
    private static func slot(of key: UInt32, _ size: Int) -> Int {
        let hash = UInt64(key &* 0x9E37_79B1)
        return Int(truncatingIfNeeded: (hash &* UInt64(truncatingIfNeeded: size)) >> 32)
    }
}

extension UInt32 {
    /// The key of a word in 32 bits: a word of the dictionary keeps its number; of any other one in two thousand
    /// million is taken for another.
    @inline(__always)
    init(ofWord key: UInt64) {
        self =
            key < 1 << 63
            ? UInt32(truncatingIfNeeded: key) : UInt32(truncatingIfNeeded: key >> 32) | 1 << 31
    }

    /// The key of an element of a statement, of which one in four thousand million is taken for another.
    @inline(__always)
    init(ofElement key: UInt64) {
        self = Swift.max(1, UInt32(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32))
    }
}
