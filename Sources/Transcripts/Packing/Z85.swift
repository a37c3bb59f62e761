/// Bytes as text that JSON says as it stands: five characters for four bytes. https://rfc.zeromq.org/spec/32
///
/// What is left at the end, one to three bytes, is a character longer than they are many.
enum Z85 {
    private static let alphabet = Array(
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#".utf8)
    private static let unknown: UInt8 = 0xFF
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: unknown, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    static func text(of bytes: [UInt8]) -> String {
        let (whole, rest) = bytes.count.quotientAndRemainder(dividingBy: 4)
        let count = whole * 5 + (rest == 0 ? 0 : rest + 1)
        return unsafe String(unsafeUninitializedCapacity: count) { target in
            for group in 0..<whole + (rest == 0 ? 0 : 1) {
                var value: UInt32 = 0
                for index in group * 4..<group * 4 + 4 {
                    value = value << 8 | (index < bytes.count ? UInt32(bytes[index]) : 0)
                }
                for index in stride(from: group * 5 + 4, through: group * 5, by: -1) {
                    if index < count { unsafe target[index] = alphabet[Int(value % 85)] }
                    value /= 85
                }
            }
            return count
        }
    }

    /// `nil` where it is no such text.
    static func bytes(of text: some Collection<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var (value, digits): (UInt64, Int) = (0, 0)
        for character in text {
            let digit = values[Int(character)]
            guard digit != unknown else { return nil }
            value = value * 85 + UInt64(digit)
            digits += 1
            guard digits == 5 else { continue }
            guard append(value, 4, to: &bytes) else { return nil }
            (value, digits) = (0, 0)
        }
        guard digits != 1 else { return nil }
        guard digits > 0 else { return bytes }
        // The characters that are left out were of zeros: filled up with the highest, the bytes before come out.
        for _ in digits..<5 { value = value * 85 + 84 }
        return append(value, digits - 1, to: &bytes) ? bytes : nil
    }

    private static func append(_ value: UInt64, _ count: Int, to bytes: inout [UInt8]) -> Bool {
        guard value <= UInt64(UInt32.max) else { return false }
        for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt64(index)))) }
        return true
    }
}
