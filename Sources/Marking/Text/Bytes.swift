extension UInt8 {
    @inline(__always)
    var isDigit: Bool { self &- 0x30 < 10 }

    @inline(__always)
    var isCodeSign: Bool {
        switch self {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "="),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "_"), UInt8(ascii: "`"):
            true
        default: false
        }
    }

    /// An ASCII letter or digit, or part of a character beyond ASCII.
    @inline(__always)
    var isWordByte: Bool { isDigit || (self | 0x20) &- 0x61 < 26 || self >= 0x80 }
}

extension [UInt8] {
    /// The scalar that starts at this byte of valid UTF-8, and how many bytes it takes.
    func scalar(at index: Int) -> (Unicode.Scalar, length: Int) {
        let lead = UInt32(self[index])
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = length == 1 ? lead : lead & (0x7F >> UInt32(length))
        for next in 1..<Swift.max(length, 2) where length > 1 && index + next < count {
            value = value << 6 | UInt32(self[index + next] & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
