/// A piece of a document as UTF-8. Markup is ASCII, so the reader works on bytes: linear, and fast enough to read
/// thousands of questions while a person waits.
typealias Bytes = ArraySlice<UInt8>

extension UInt8 {
    static let newline = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")

    var isBlank: Bool { self == .space || self == .tab }
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isUpper: Bool { self >= 0x41 && self <= 0x5A }
    var isLetter: Bool { isUpper || (self >= 0x61 && self <= 0x7A) }
    /// Part of a word; whatever is not ASCII counts as such.
    var isWord: Bool { isLetter || isDigit || self >= 0x80 }
    var lowercased: UInt8 { isUpper ? self | 0x20 : self }
}

extension Bytes {
    var string: String { String(decoding: self, as: UTF8.self) }

    var trimmed: Bytes { trimmedStart.trimmedEnd }

    var trimmedStart: Bytes {
        var start = startIndex
        while start < endIndex, self[start].isBlank || self[start] == .newline { start += 1 }
        return self[start...]
    }

    var trimmedEnd: Bytes {
        var end = endIndex
        while end > startIndex, self[end - 1].isBlank || self[end - 1] == .newline { end -= 1 }
        return self[..<end]
    }

    func starts(_ text: StaticString) -> Bool {
        dropping(prefix: text) != nil
    }

    /// What follows the prefix, whose letters must be lower case and match either case.
    func dropping(prefix: StaticString) -> Bytes? {
        let length = prefix.utf8CodeUnitCount
        guard count >= length else { return nil }
        var index = startIndex
        var matches = true
        prefix.withUTF8Buffer { buffer in
            for offset in 0..<length {
                if self[index].lowercased != (unsafe buffer[offset]) {
                    matches = false
                    return
                }
                index += 1
            }
        }
        return matches ? self[index...] : nil
    }

    func dropping(suffix: StaticString) -> Bytes? {
        let length = suffix.utf8CodeUnitCount
        guard count >= length, self[(endIndex - length)...].dropping(prefix: suffix) != nil else {
            return nil
        }
        return self[..<(endIndex - length)]
    }

    /// Where the lower-case text begins, letters matching either case.
    func firstIndex(of text: StaticString) -> Int? {
        let length = text.utf8CodeUnitCount
        guard count >= length, length > 0 else { return nil }
        let first = text.withUTF8Buffer { unsafe $0[0] }
        var index = startIndex
        while index <= endIndex - length {
            if self[index].lowercased == first, self[index...].dropping(prefix: text) != nil { return index }
            index += 1
        }
        return nil
    }

    func contains(_ text: StaticString) -> Bool { firstIndex(of: text) != nil }

    /// Everything before and everything after the first of the byte.
    func split(at byte: UInt8) -> (Bytes, Bytes)? {
        guard let index = firstIndex(of: byte) else { return nil }
        return (self[..<index], self[(index + 1)...])
    }

    var digitsPrefix: Bytes {
        var index = startIndex
        while index < endIndex, self[index].isDigit, index - startIndex < 9 { index += 1 }
        return self[..<index]
    }

    /// The number that the digits say; `nil` without digits.
    var number: Int? {
        let digits = digitsPrefix
        guard !digits.isEmpty, digits.count == count else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    var wordCount: Int {
        var words = 0
        var inside = false
        for byte in self {
            if byte.isWord && !inside { words += 1 }
            inside = byte.isWord || (inside && (byte == 0x27 || byte == 0x2D))
        }
        return words
    }
}

extension String {
    var bytes: Bytes { Array(utf8)[...] }
}
