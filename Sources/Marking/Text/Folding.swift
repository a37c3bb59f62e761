/// How a character beyond ASCII is read.
enum Folded {
    /// One or several ASCII letters or digits: é is e, ﬁ is fi, ² is 2.
    case ascii(String)
    /// A single ASCII character.
    case byte(UInt8)
    /// A letter of another script, in lower case.
    case letter(Unicode.Scalar)
    /// A character that is a word by itself, as in Chinese.
    case ideograph
    /// Part of the character before it: accents, joiners, variation selectors.
    case nothing
    case sentenceEnd, clauseEnd, separator

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0..<0x80: self = .byte(UInt8(scalar.value) | (scalar.properties.isUppercase ? 0x20 : 0))
        case 0x2018, 0x2019, 0x02BC, 0xFF07: self = .byte(UInt8(ascii: "'"))
        case 0x2010, 0x2011, 0x2212, 0xFE63, 0xFF0D: self = .byte(UInt8(ascii: "-"))
        case 0x2012...0x2015, 0xFF0C, 0x3001, 0xFF1A: self = .clauseEnd
        case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0x2026, 0x0964, 0x061F, 0x06D4: self = .sentenceEnd
        case 0xFF21...0xFF3A: self = .byte(UInt8(scalar.value - 0xFF21 + 0x61))
        case 0xFF10...0xFF19, 0xFF41...0xFF5A: self = .byte(UInt8(scalar.value - 0xFF00 + 0x20))
        case 0xB2, 0xB3: self = .byte(UInt8(scalar.value - 0xB0 + 0x30))
        case 0xB9: self = .byte(UInt8(ascii: "1"))
        case 0x2070, 0x2074...0x2079: self = .byte(UInt8(scalar.value - 0x2070 + 0x30))
        case 0x2080...0x2089: self = .byte(UInt8(scalar.value - 0x2080 + 0x30))
        case 0x207F: self = .byte(UInt8(ascii: "n"))
        case 0xC0...0x17F: self = Self.latin(scalar)
        case 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xAD, 0xFEFF:
            self = .nothing
        case 0xFB00: self = .ascii("ff")
        case 0xFB01: self = .ascii("fi")
        case 0xFB02: self = .ascii("fl")
        case 0xFB03: self = .ascii("ffi")
        case 0xFB04: self = .ascii("ffl")
        case 0x2E80...0x2FDF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            self = .ideograph
        default: self = Self.general(scalar)
        }
    }

    /// Latin letters without their accents, so that naïve is naive.
    private static func latin(_ scalar: Unicode.Scalar) -> Folded {
        switch scalar.value {
        case 0xC6, 0xE6: return .ascii("ae")
        case 0xDF: return .ascii("ss")
        case 0xDE, 0xFE: return .ascii("th")
        case 0xD7, 0xF7: return .separator
        case 0x132, 0x133: return .ascii("ij")
        case 0x152, 0x153: return .ascii("oe")
        default:
            let base = bases[Int(scalar.value) - 0xC0]
            return base == UInt8(ascii: ".") ? .letter(scalar) : .byte(base)
        }
    }

    /// The bases of U+00C0...U+017F.
    private static let bases = Array(
        """
        aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllllllln\
        nnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
        """.utf8)

    private static func general(_ scalar: Unicode.Scalar) -> Folded {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter:
            return .letter(properties.lowercaseMapping.unicodeScalars.first ?? scalar)
        case .lowercaseLetter, .modifierLetter, .otherLetter, .spacingMark, .nonspacingMark:
            return .letter(scalar)
        case .decimalNumber:
            return properties.numericValue.map { .byte(UInt8($0) + 0x30) } ?? .separator
        default: return .separator
        }
    }
}
