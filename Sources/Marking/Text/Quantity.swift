/// A number of a text as a value, so that `2.9 B` is `2,900 million`, `200 ms` is `0.2 s` and half is `50 %`.
struct Quantity {
    /// The token of the number, and that of its unit or -1.
    var token: Int32
    var unit: Int32 = -1
    /// In the base of its dimension: seconds, bytes, a share of 1.
    var value: Double
    var dimension = Dimension.none
    /// Said to be about so much.
    var isRough = false

    enum Dimension: UInt8 {
        case none, time, bytes, length, mass, frequency, share, money
    }

    /// The value of digits with at most one point; nothing for versions and dates.
    static func value(of letters: ArraySlice<UInt8>) -> Double? {
        var value = 0.0
        var scale = 0.0
        var sign = 1.0
        for letter in letters {
            if letter == UInt8(ascii: ".") {
                guard scale == 0 else { return nil }
                scale = 1
            } else if letter.isDigit {
                value = value * 10 + Double(letter - 0x30)
                scale *= 10
            } else {
                sign = -1
            }
        }
        return sign * (scale > 1 ? value / scale : value)
    }

    /// The key of a number that is not written as it stands.
    static func key(of value: Double) -> UInt64 {
        let rounded = value.rounded()
        let isWhole = abs(rounded - value) <= abs(value) * 1e-12
        let text = isWhole && abs(value) < 1e15 ? "\(Int(rounded))" : "\(value)"
        return Hash.of(text) | 1 << 63
    }

    /// Whether both are the same amount, within a tenth where either side allows it; of a share within a tenth of what
    /// is left of the whole as well, as 98 % and 99 % say twice as much by what they leave out.
    func isLike(_ other: Quantity, isRough: Bool) -> Bool {
        guard dimension == other.dimension else { return false }
        let part = isRough ? 0.1 : 1e-9
        var most = max(abs(value), abs(other.value))
        if dimension == .share, value < 1, other.value < 1 { most = min(most, 1 - min(value, other.value)) }
        return abs(value - other.value) <= most * part
    }
}
