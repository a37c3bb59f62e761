/// Text made comparable: letters that only look different become the same.
enum Fold {
    /// Lower case, with mathematical and full-width letters and the common accents as plain ones.
    static func plain(_ text: String) -> String {
        String(decoding: plainBytes(text), as: UTF8.self)
    }

    private static func plainBytes(_ text: String) -> [UInt8] {
        var out = Array(text.utf8)
        if out.allSatisfy({ $0 < 0x80 }) {
            for index in out.indices { out[index] = out[index].lowercased }
            return out
        }
        out.removeAll(keepingCapacity: true)
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                out.append(UInt8(truncatingIfNeeded: scalar.value).lowercased)
            } else {
                for folded in folded(scalar) { out += folded.properties.lowercaseMapping.utf8 }
            }
        }
        return out
    }

    /// A key for "the same question": folded, blanks collapsed, without closing punctuation. Operators stay, for
    /// `x & 0s` is not `x | 0s`.
    static func key(_ text: String) -> String {
        var key = plainBytes(text)
        var count = 0
        for index in key.indices {
            let byte = key[index]
            if byte.isBlank || byte == .newline {
                guard count > 0, key[count - 1] != .space else { continue }
                key[count] = .space
            } else {
                key[count] = byte
            }
            count += 1
        }
        while count > 0, key[count - 1] == .space || ByteSet.closings.contains(key[count - 1]) { count -= 1 }
        return String(decoding: key[..<count], as: UTF8.self)
    }

    /// Replaces letters written in mathematical alphabets and full-width forms, as people paste them for effect.
    static func compatible(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(where: { $0 >= 0xEF }) else { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { out.append(mathematical(scalar) ?? scalar) }
        return String(out)
    }

    private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if scalar.value < 0x80 { return [scalar] }
        if let plain = mathematical(scalar) { return [plain] }
        switch scalar.value {
        case 0x2018, 0x2019, 0x02BC: return ["'"]
        case 0x201C, 0x201D: return ["\""]
        case 0x2010...0x2015, 0x2212: return ["-"]
        case 0x00DF: return ["s", "s"]
        case 0x00E6, 0x00C6: return ["a", "e"]
        case 0x00F8, 0x00D8: return ["o"]
        case 0x00C0...0x024F:
            // The canonical decomposition's first scalar is the letter without its accent.
            return String(scalar).decomposedLetter.map { [$0] } ?? [scalar]
        default: return [scalar]
        }
    }

    private static func mathematical(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x1D400...0x1D6A3:
            let offset = (scalar.value - 0x1D400) % 52
            return Unicode.Scalar(offset < 26 ? 0x41 + offset : 0x61 + offset - 26)
        case 0x1D7CE...0x1D7FF: return Unicode.Scalar(0x30 + (scalar.value - 0x1D7CE) % 10)
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFF01 + 0x21)
        default: return nil
        }
    }
}

extension String {
    /// Accented Latin letters without their accents, for those that names of people and methods carry.
    fileprivate var decomposedLetter: Unicode.Scalar? {
        guard let scalar = unicodeScalars.first else { return nil }
        for (letters, plain) in Self.accented where letters.unicodeScalars.contains(scalar) { return plain }
        return nil
    }

    private static let accented: [(String, Unicode.Scalar)] = [
        ("àáâãäåāăą", "a"), ("ÀÁÂÃÄÅĀĂĄ", "A"), ("çćĉċč", "c"), ("ÇĆĈĊČ", "C"), ("ďđ", "d"), ("ĎĐ", "D"),
        ("èéêëēĕėęě", "e"), ("ÈÉÊËĒĔĖĘĚ", "E"), ("ĝğġģ", "g"), ("ìíîïĩīĭį", "i"), ("ÌÍÎÏĨĪĬĮİ", "I"),
        ("łľĺļ", "l"), ("Ł", "L"), ("ñńņň", "n"), ("Ñ", "N"), ("òóôõöōŏő", "o"), ("ÒÓÔÕÖŌŎŐ", "O"),
        ("řŕŗ", "r"),
        ("śŝşš", "s"), ("ŚŜŞŠ", "S"), ("ţťŧ", "t"), ("ùúûüũūŭůűų", "u"), ("ÙÚÛÜŨŪŬŮŰŲ", "U"), ("ýÿ", "y"),
        ("źżž", "z"), ("ŹŻŽ", "Z"),
    ]
}
