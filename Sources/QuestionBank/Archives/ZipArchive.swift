import CZlib

/// The entries of a zip file, read from memory. What an entry may grow to is bounded, whatever its header promises.
struct ZipArchive {
    struct Entry {
        var name: String
        fileprivate var offset: Int
        fileprivate var packed: Int
        fileprivate var method: Int
    }

    enum Failure: Error { case notAnArchive, unsupported, tooLarge, corrupt }

    private let bytes: [UInt8]
    private(set) var entries: [Entry] = []
    /// Entries beyond this many are an attack, not a deck.
    private static let maxEntries = 20_000

    init(_ bytes: [UInt8]) throws(Failure) {
        self.bytes = bytes
        try readDirectory()
    }

    /// The unpacked entry with the name; `nil` if there is none.
    func unpack(_ name: String, limit: Int) throws(Failure) -> [UInt8]? {
        guard let entry = entries.first(where: { $0.name == name }) else { return nil }
        // The local header repeats the name and may have another extra field.
        guard entry.offset + 30 <= bytes.count, number(entry.offset, 4) == 0x0403_4b50 else { throw .corrupt }
        let start = entry.offset + 30 + number(entry.offset + 26, 2) + number(entry.offset + 28, 2)
        guard start <= bytes.count, entry.packed <= bytes.count - start else { throw .corrupt }
        let packed = bytes[start..<(start + entry.packed)]
        switch entry.method {
        case 0:
            guard packed.count <= limit else { throw .tooLarge }
            return Array(packed)
        case 8: return try Self.inflate(packed, limit: limit)
        default: throw .unsupported
        }
    }

    private mutating func readDirectory() throws(Failure) {
        guard bytes.count >= 22 else { throw .notAnArchive }
        // The end record is last, behind it at most a comment of 64 KiB.
        var end = bytes.count - 22
        let lowest = max(0, end - 65_536)
        while end >= lowest, number(end, 4) != 0x0605_4b50 { end -= 1 }
        guard end >= lowest else { throw .notAnArchive }
        let count = number(end + 10, 2)
        var at = number(end + 16, 4)
        guard count <= Self.maxEntries, count != 0xFFFF, at != 0xFFFF_FFFF else { throw .unsupported }
        for _ in 0..<count {
            guard at + 46 <= bytes.count, number(at, 4) == 0x0201_4b50 else { throw .corrupt }
            let lengths = (number(at + 28, 2), number(at + 30, 2), number(at + 32, 2))
            guard at + 46 + lengths.0 <= bytes.count else { throw .corrupt }
            entries.append(
                Entry(
                    name: bytes[(at + 46)..<(at + 46 + lengths.0)].string, offset: number(at + 42, 4),
                    packed: number(at + 20, 4), method: number(at + 10, 2)))
            at += 46 + lengths.0 + lengths.1 + lengths.2
        }
    }

    /// A little-endian number of up to four bytes.
    private func number(_ at: Int, _ count: Int) -> Int {
        guard at >= 0, at + count <= bytes.count else { return 0 }
        return (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }

    private static func inflate(_ packed: Bytes, limit: Int) throws(Failure) -> [UInt8] {
        var input = Array(packed)
        var stream = unsafe z_stream()
        guard unsafe greenroom_inflate_init_raw(&stream) == Z_OK else { throw .corrupt }
        defer { unsafe inflateEnd(&stream) }
        var out: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var status = Z_OK
        let count = UInt32(input.count)
        unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe stream.next_in = source.baseAddress
            unsafe stream.avail_in = count
            while status == Z_OK, out.count <= limit {
                let size = chunk.count
                let written = unsafe chunk.withUnsafeMutableBufferPointer { target in
                    unsafe stream.next_out = target.baseAddress
                    unsafe stream.avail_out = UInt32(size)
                    status = unsafe greenroom_inflate(&stream)
                    return size - Int(unsafe stream.avail_out)
                }
                out += chunk[..<written]
                if written == 0 && status == Z_OK { break }
            }
        }
        guard out.count <= limit else { throw .tooLarge }
        guard status == Z_STREAM_END else { throw .corrupt }
        return out
    }
}
