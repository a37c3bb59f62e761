/// FNV-1a with 64 bits: the same on every machine and in every process, unlike `Hasher`.
struct Hash: Equatable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// After a first byte of 1, by which the word table tells stems from words.
    static let marked: Hash = {
        var hash = Hash()
        hash.add(1)
        return hash
    }()

    @inline(__always)
    static func of(_ bytes: some Sequence<UInt8>, from start: Hash = Hash()) -> UInt64 {
        var hash = start
        for byte in bytes { hash.add(byte) }
        return hash.value
    }

    static func of(_ text: String) -> UInt64 { of(text.utf8) }
}
