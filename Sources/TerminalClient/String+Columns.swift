extension String {
    /// Without what would steer a terminal or turn its text round: nobody's bank or answer may do that.
    var printable: String {
        var result = ""
        result.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x09: result += "    "
            case 0..<0x20, 0x7f..<0xa0, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069, 0x2028, 0x2029:
                result.unicodeScalars.append("\u{FFFD}")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// How many columns of a terminal it takes.
    var columns: Int { reduce(0) { $0 + $1.columns } }
}

extension Character {
    /// Two for wide characters: UAX #11 W and F, by blocks, and pictures.
    fileprivate var columns: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        switch scalar.value {
        case ..<0x1100: return 1
        case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
            0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f900...0x1f9ff,
            0x20000...0x3fffd:
            return 2
        default: return scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }
}
