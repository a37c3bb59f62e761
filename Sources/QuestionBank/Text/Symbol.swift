/// Emoji, arrows, stars and other signs that decorate a heading but are no words.
enum Symbol {
    /// The length in bytes of the symbol that the text begins with; `nil` for a letter of any script.
    static func length(at text: Bytes) -> Int? {
        guard let first = text.first, first >= 0xE2 else { return nil }
        guard let scalar = scalar(at: text) else { return nil }
        switch scalar.value {
        case 0x2190...0x2BFF, 0x200D, 0xFE0E, 0xFE0F, 0x1F000...0x1FAFF, 0x20E3: return UTF8.width(scalar)
        case 0x2022, 0x00BB, 0x203A: return UTF8.width(scalar)
        default: return nil
        }
    }

    /// The length of a short code such as `:heavy_check_mark:` that the text begins with.
    static func shortcode(_ text: Bytes) -> Int? {
        guard text.first == UInt8(ascii: ":") else { return nil }
        let name = text.dropFirst().prefix(40).prefix { $0.isLetter || $0 == UInt8(ascii: "_") || $0.isDigit }
        guard name.count >= 2, text.dropFirst(1 + name.count).first == UInt8(ascii: ":") else { return nil }
        return name.count + 2
    }

    /// The text without symbols at its end.
    static func trimmingEnd(_ text: String) -> String {
        var scalars = text.unicodeScalars
        while let last = scalars.last {
            if last == " " || last == "\u{200D}" || last == "\u{FE0F}" || isSymbol(last) {
                scalars.removeLast()
            } else {
                break
            }
        }
        return String(scalars)
    }

    static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2190...0x21FF: return true
        case 0x2300...0x2BFF, 0x1F000...0x1FAFF: return true
        default: return false
        }
    }

    private static func scalar(at text: Bytes) -> Unicode.Scalar? {
        var iterator = text.prefix(4).makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        return scalar
    }
}
