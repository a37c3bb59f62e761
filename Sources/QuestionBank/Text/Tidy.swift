/// Makes a text that came from somewhere fit for a bank, so that writing it out and reading it again gives the same.
enum Tidy {
    /// Several lines: no invisible characters, no blanks at the ends of lines, every fence closed.
    static func block(_ text: String) -> String {
        if isTidy(text.bytes) { return text }
        var lines = SourceText.clean(text).split(separator: .newline, omittingEmptySubsequences: false)
            .map { $0.trimmedEnd }
        while let first = lines.first, first.isEmpty { lines.removeFirst() }
        while let last = lines.last, last.isEmpty { lines.removeLast() }
        var fence = FenceState()
        for line in lines { fence.read(line.trimmedStart) }
        if let closing = fence.closing {
            if let last = lines.last, FenceState.opens(last.trimmedStart) {
                // A fence around nothing.
                lines.removeLast()
                return block(lines.map(\.string).joined(separator: "\n"))
            }
            lines.append(closing.bytes)
        }
        return lines.map(\.string).joined(separator: "\n")
    }

    /// Whether there is nothing to do, as for most texts: no fences, no blanks at the ends of lines, nothing unclean.
    private static func isTidy(_ text: Bytes) -> Bool {
        guard let first = text.first, let last = text.last, first != .newline, !last.isBlank, last != .newline
        else { return text.isEmpty }
        var before = UInt8.newline
        for index in text.indices {
            let byte = text[index]
            if byte == .newline, before.isBlank { return false }
            if byte == before, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") { return false }
            if SourceText.isUnclean(text, index) { return false }
            before = byte
        }
        return true
    }

    /// One line.
    static func line(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in SourceText.clean(text) {
            if byte.isBlank || byte == .newline {
                if !out.isEmpty, out.last != .space { out.append(.space) }
            } else {
                out.append(byte)
            }
        }
        while let last = out.last, last == .space { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }

    /// A line fit for a heading, whose closing `#` mean nothing.
    static func heading(_ text: String) -> String {
        var line = line(text)
        while line.hasSuffix(" #") || line == "#" { line = String(line.dropLast().trimmingSuffixBlanks) }
        return line
    }

    /// A word for a list of words in the meta line.
    static func tag(_ text: String) -> String {
        var out = ""
        for scalar in line(text).unicodeScalars {
            out.unicodeScalars.append(",|·;*".unicodeScalars.contains(scalar) ? "-" : scalar)
        }
        return out
    }
}

extension StringProtocol {
    fileprivate var trimmingSuffixBlanks: Substring { String(self).bytes.trimmedEnd.string[...] }
}

/// Whether a line is inside a fenced block, by the strict rule: a fence ends only at its closing line.
struct FenceState {
    private var open: (character: UInt8, length: Int)?

    var isInside: Bool { open != nil }

    /// The line that closes the open fence.
    var closing: String? {
        open.map { String(repeating: Character(UnicodeScalar($0.character)), count: $0.length) }
    }

    static func opens(_ body: Bytes) -> Bool {
        var state = FenceState()
        return state.read(body) && state.isInside
    }

    /// Takes the next line, without its indentation; returns whether it belongs to a fenced block.
    @discardableResult
    mutating func read(_ body: Bytes) -> Bool {
        guard let first = body.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
            return isInside
        }
        let length = body.prefix { $0 == first }.count
        if let fence = open {
            if first == fence.character, length >= fence.length, body.trimmedEnd.count == length {
                open = nil
            }
            return true
        }
        guard length >= 3, first == UInt8(ascii: "~") || !body.dropFirst(length).contains(first) else {
            return false
        }
        open = (first, length)
        return true
    }
}
