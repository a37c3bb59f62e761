/// Looks over a request's head before libwebsockets gets it: 4.1.6 takes the header behind one whose name is the
/// beginning of a name it knows for a part of it, ends a path at `%00`, drops a head that is too long without a
/// word, and refuses a handshake that offers more than 255 bytes of extensions.
struct RawHead: Equatable {
    enum Finding: Equatable {
        /// More is to come.
        case unfinished
        case tooLong
        case malformed
        /// - Parameters:
        ///   - length: of the head, in the bytes that were looked at.
        ///   - rewritten: the same head without what would be misread; nil: as it is.
        case sound(length: Int, rewritten: [UInt8]?)
    }

    /// Names that would be misread, in lower case.
    let misread: Set<String>
    let limit: Int

    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let longestOffer = 200

    /// - Parameter known: the names libwebsockets knows, in lower case, each with the sign that ends it.
    init(known: [String], limit: Int) {
        self.limit = limit
        let beginnings = known.flatMap { name in name.indices.dropFirst().map { String(name[..<$0]) } }
        misread = Set(beginnings).subtracting(
            known.filter { $0.hasSuffix(":") }.map { String($0.dropLast()) })
    }

    func examine(_ bytes: ArraySlice<UInt8>) -> Finding {
        // Methods are capitals; an empty line may come first (RFC 9112 §2.2).
        guard bytes.prefix(1).allSatisfy({ 0x41...0x5a ~= $0 || $0 == 0x0d || $0 == 0x0a }) else {
            return .malformed
        }
        guard let length = end(of: bytes) else { return bytes.count >= limit ? .tooLong : .unfinished }
        guard length <= limit else { return .tooLong }
        let lines = Self.lines(of: bytes.prefix(length))
        guard !Self.isCut(lines) else { return .malformed }
        let understood = withoutMisread(lines)
        guard understood.count < lines.count else { return .sound(length: length, rewritten: nil) }
        return .sound(length: length, rewritten: Array(understood.joined(separator: [Self.lineFeed])))
    }

    /// Whether what has come of a head would be misread, whatever comes behind it.
    func wouldBeMisread(_ beginning: [UInt8]) -> Bool {
        let lines = Self.lines(of: beginning[...])
        return Self.isCut(lines) || withoutMisread(lines).count < lines.count
    }

    private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        bytes.split(separator: lineFeed, omittingEmptySubsequences: false)
    }

    /// Whether it holds what ends a text for libwebsockets.
    private static func isCut(_ lines: [ArraySlice<UInt8>]) -> Bool {
        holdsNull(lines[0]) || lines.contains { $0.contains(0) }
    }

    private func withoutMisread(_ lines: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
        var offered = 0
        for line in lines where Self.name(of: line) == "sec-websocket-extensions" { offered += line.count }
        return lines.filter { line in
            guard let name = Self.name(of: line) else { return true }
            return !misread.contains(name)
                && !(name == "sec-websocket-extensions" && offered > Self.longestOffer)
        }
    }

    /// How long it is with the empty line that ends it.
    private func end(of bytes: ArraySlice<UInt8>) -> Int? {
        var lineStart = bytes.startIndex
        for index in bytes.indices where bytes[index] == Self.lineFeed {
            let line = bytes[lineStart..<index]
            if lineStart > bytes.startIndex, line.isEmpty || line.elementsEqual([Self.carriageReturn]) {
                return index + 1 - bytes.startIndex
            }
            lineStart = index + 1
        }
        return nil
    }

    /// `%00` in the request line: a path that would be cut there.
    private static func holdsNull(_ line: ArraySlice<UInt8>) -> Bool {
        line.indices.dropLast(2).contains { line[$0] == 0x25 && line[$0 + 1] == 0x30 && line[$0 + 2] == 0x30 }
    }

    private static func name(of line: ArraySlice<UInt8>) -> String? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
        return String(decoding: line[..<colon], as: UTF8.self).lowercased()
    }
}
