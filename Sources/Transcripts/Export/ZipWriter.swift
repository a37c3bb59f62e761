import CZlib

/// A zip file that is written as it comes, entry after entry (APPNOTE 6.3, with data descriptors): what it holds in
/// memory is one piece of text, and some hundred bytes for each entry that was written.
public struct ZipWriter {
    public enum Failure: Error, Hashable, Sendable {
        /// More than ``ZipWriter/maximumEntries`` entries, or 4 GiB.
        case tooLarge
        case notCompressed
    }

    public static let maximumEntries = 65_000

    private struct Entry {
        var name: [UInt8]
        var checksum: UInt32
        var packed: UInt32
        var whole: UInt32
        var offset: UInt32
    }

    /// What is being written.
    private struct Open {
        var name: [UInt8]
        var offset: UInt32
        var deflater: Deflater
        var packed: UInt64 = 0
        var whole: UInt64 = 0
    }

    private var open: Open?
    private var entries: [Entry] = []
    private var position: UInt64 = 0
    private let date: UInt16
    private let write: ([UInt8]) throws -> Void

    /// - Parameters:
    ///   - day: which the entries are said to be of.
    ///   - write: takes the next bytes of the file.
    public init(year: Int, month: Int, day: Int, write: @escaping ([UInt8]) throws -> Void) {
        self.write = write
        let years = min(max(year, 1980), 2107) - 1980
        date = UInt16(years) << 9 | UInt16(min(max(month, 1), 12)) << 5 | UInt16(min(max(day, 1), 31))
    }

    /// Begins an entry, which takes what is appended until the next one begins or the file ends.
    ///
    /// - Parameter name: a path with `/`; see ``ExportName``.
    public mutating func begin(_ name: String) throws {
        try end()
        guard entries.count < Self.maximumEntries, position < UInt64(UInt32.max) else {
            throw Failure.tooLarge
        }
        let bytes = Array(name.utf8)
        open = Open(name: bytes, offset: UInt32(position), deflater: try Deflater())
        try put(number(0x0403_4b50, 4) + heading() + number(0, 12) + lengths(bytes) + bytes)
    }

    public mutating func append(_ piece: [UInt8]) throws {
        guard let deflater = open?.deflater else { return }
        let out = try deflater.deflate(piece, isLast: false)
        open?.whole += UInt64(piece.count)
        open?.packed += UInt64(out.count)
        try put(out)
    }

    private mutating func end() throws {
        guard var done = open else { return }
        open = nil
        let out = try done.deflater.deflate([], isLast: true)
        done.packed += UInt64(out.count)
        try put(out)
        guard let packed = UInt32(exactly: done.packed), let whole = UInt32(exactly: done.whole) else {
            throw Failure.tooLarge
        }
        let entry = Entry(
            name: done.name, checksum: done.deflater.checksum, packed: packed, whole: whole,
            offset: done.offset)
        try put(number(0x0807_4b50, 4) + sizes(entry))
        entries.append(entry)
    }

    public mutating func add(_ name: String, _ text: String) throws {
        try begin(name)
        try append(Array(text.utf8))
    }

    /// Writes the directory, with which the file ends.
    public mutating func finish() throws {
        try end()
        let start = position
        for entry in entries {
            // Made on Unix, a file that its owner alone may read.
            try put(
                number(0x0201_4b50, 4) + number(0x0314, 2) + heading() + sizes(entry) + lengths(entry.name)
                    + number(0, 2) + number(0, 2) + number(0, 2) + number(0o100600 << 16, 4)
                    + number(UInt64(entry.offset), 4) + entry.name)
        }
        guard position <= UInt64(UInt32.max) else { throw Failure.tooLarge }
        let count = UInt64(entries.count)
        try put(
            number(0x0605_4b50, 4) + number(0, 4) + number(count, 2) + number(count, 2)
                + number(position - start, 4) + number(start, 4) + number(0, 2))
    }

    /// Version, flags (sizes follow the data, names are UTF-8), deflate, midnight of the day.
    private func heading() -> [UInt8] {
        number(20, 2) + number(0x0808, 2) + number(8, 2) + number(0, 2) + number(UInt64(date), 2)
    }

    private func sizes(_ entry: Entry) -> [UInt8] {
        number(UInt64(entry.checksum), 4) + number(UInt64(entry.packed), 4) + number(UInt64(entry.whole), 4)
    }

    private func lengths(_ name: [UInt8]) -> [UInt8] { number(UInt64(name.count), 2) + number(0, 2) }

    /// Little-endian.
    private func number(_ value: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
    }

    private mutating func put(_ bytes: [UInt8]) throws {
        guard !bytes.isEmpty else { return }
        try write(bytes)
        position += UInt64(bytes.count)
    }
}
