/// Why a document can't be read as text at all.
public enum UnreadableReason: Error, Hashable, Sendable {
    /// Larger than ``SourceText/maxBytes``.
    case tooLarge(bytes: Int)
    /// Holds NUL or is otherwise not text.
    case binary
    /// More lines than ``SourceText/maxLines``.
    case tooManyLines
    /// More questions than any collection has: ``FoundReader/maxQuestions``.
    case tooManyQuestions
    /// One line is longer than ``SourceText/maxLineBytes``: no person wrote it.
    case lineTooLong(line: Int)
    case archive(String)
    /// A format that is not read: its name and what to do.
    case format(String)
}

/// A document's bytes made one kind of text: UTF-8 without byte order mark, `\n` between lines, no invisible
/// characters. Windows-1252, which spreadsheets still write, is understood where UTF-8 fails.
enum SourceText {
    static let maxBytes = 64 << 20
    static let maxLineBytes = 1 << 20
    static let maxLines = 600_000

    static func normalise(_ whole: [UInt8]) -> Result<[UInt8], UnreadableReason> {
        guard whole.count <= maxBytes else { return .failure(.tooLarge(bytes: whole.count)) }
        var raw = whole[...]
        if let rest = utf16(raw) { raw = rest[...] }
        if raw.starts(with: [0xEF, 0xBB, 0xBF]) { raw = raw.dropFirst(3) }
        if let reason = refusal(of: raw) { return .failure(reason) }
        guard (try? UTF8Span(validating: raw.span)) != nil else {
            return .success(clean(windows1252(raw)[...]))
        }
        // Most documents are clean already, and then nothing is copied.
        let isClean = raw.count == whole.count && !raw.indices.contains { isUnclean(raw, $0) }
        return .success(isClean ? whole : clean(raw))
    }

    private static func refusal(of raw: Bytes) -> UnreadableReason? {
        let isData = mayBeJSON(raw)
        var line = 1
        var start = raw.startIndex
        var controls = 0
        for index in raw.indices {
            let byte = raw[index]
            guard byte < 0x20 else { continue }
            if byte == .newline || byte == 0x0D {
                if index - start > maxLineBytes, !isData { return .lineTooLong(line: line) }
                start = index + 1
                line += 1
                if line > maxLines { return .tooManyLines }
            } else {
                if byte == 0 { return .binary }
                if isControl(byte) { controls += 1 }
            }
        }
        if raw.endIndex - start > maxLineBytes, !isData { return .lineTooLong(line: line) }
        return controls * 50 > raw.count ? .binary : nil
    }

    /// Programs write JSON of any length on one line.
    private static func mayBeJSON(_ raw: Bytes) -> Bool {
        let first = raw.first { !$0.isBlank && $0 != .newline && $0 != 0x0D }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    /// A line that is too long for a text that turned out to be no JSON.
    static func longLine(in text: [UInt8]) -> UnreadableReason? {
        guard mayBeJSON(text[...]) else { return nil }
        var line = 1
        var start = 0
        for index in text.indices where text[index] == .newline {
            if index - start > maxLineBytes { return .lineTooLong(line: line) }
            start = index + 1
            line += 1
        }
        return text.count - start > maxLineBytes ? .lineTooLong(line: line) : nil
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != .tab && byte != 0x0C && byte != 0x1B && byte != 0x1F
    }

    /// A text's bytes, cleaned as a document's are.
    static func clean(_ text: String) -> [UInt8] { clean(text.bytes) }

    private static func clean(_ raw: Bytes) -> [UInt8] {
        guard let first = raw.indices.first(where: { isUnclean(raw, $0) }) else { return Array(raw) }
        var out = Array(raw[..<first])
        out.reserveCapacity(raw.count)
        var index = first
        while index < raw.endIndex {
            let byte = raw[index]
            if byte < 0x80 {
                index += 1
                if byte == 0x0D {
                    if index < raw.endIndex, raw[index] == .newline { index += 1 }
                    out.append(.newline)
                } else if byte == .tab || byte == .newline || byte >= 0x20 {
                    out.append(byte)
                }
                continue
            }
            switch invisible(raw[index...]) {
            case .drop(let length): index += length
            case .space(let length):
                out.append(.space)
                index += length
            case .keep:
                out.append(byte)
                index += 1
            }
        }
        return out
    }

    static func isUnclean(_ raw: Bytes, _ index: Int) -> Bool {
        let byte = raw[index]
        if byte < 0x20 { return byte != .newline && byte != .tab }
        guard byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF else { return false }
        if case .keep = invisible(raw[index...]) { return false }
        return true
    }

    private enum Treatment { case keep, drop(Int), space(Int) }

    /// No-break spaces become spaces; zero-width characters and the byte order mark go. The zero-width joiner stays
    /// between emoji.
    private static func invisible(_ rest: Bytes) -> Treatment {
        let start = rest.startIndex
        if rest.count >= 2, rest[start] == 0xC2 {
            if rest[start + 1] == 0xA0 { return .space(2) }
            if rest[start + 1] == 0xAD { return .drop(2) }
        }
        guard rest.count >= 3 else { return .keep }
        switch (rest[start], rest[start + 1], rest[start + 2]) {
        case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0x8C), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return .drop(3)
        case (0xE2, 0x80, 0x8E), (0xE2, 0x80, 0x8F): return .drop(3)
        case (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): return .space(3)
        default: return .keep
        }
    }

    private static func utf16(_ raw: Bytes) -> [UInt8]? {
        guard raw.count >= 2 else { return nil }
        let isLittle = raw.starts(with: [0xFF, 0xFE])
        guard isLittle || raw.starts(with: [0xFE, 0xFF]) else { return nil }
        let body = raw.dropFirst(2)
        var units: [UInt16] = []
        units.reserveCapacity(body.count / 2)
        var index = body.startIndex
        while index + 1 < body.endIndex {
            let (first, second) = (UInt16(body[index]), UInt16(body[index + 1]))
            units.append(isLittle ? second << 8 | first : first << 8 | second)
            index += 2
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func windows1252(_ raw: Bytes) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(raw.count + raw.count / 8)
        for byte in raw {
            guard byte >= 0x80 else {
                out.append(byte)
                continue
            }
            let scalar = byte < 0xA0 ? Unicode.Scalar(upperControls[Int(byte) - 0x80]) : Unicode.Scalar(byte)
            out.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
        }
        return out
    }

    /// What Windows-1252 puts where Latin-1 has control characters (0x80...0x9F).
    private static let upperControls: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152,
        0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122,
        0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
