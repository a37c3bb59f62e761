/// By which a room is found: eight letters and digits of Crockford's base32, 40 bits, written `kq7m-2xrd`.
public struct RoomCode: CheckedText, CustomStringConvertible {
    /// With the hyphen, lower case.
    public let text: String

    /// Reads it as people write it; see ``Base32/letters(of:)``.
    public init?(_ raw: String) {
        guard let letters = Base32.letters(of: raw), letters.count == 8 else { return nil }
        self.init(letters: letters)
    }

    /// - Parameter bytes: at least eight, drawn at random.
    public init(drawn bytes: [UInt8]) {
        self.init(letters: Base32.letters(drawn: bytes.prefix(8)))
    }

    private init(letters: String) {
        text = String(letters.prefix(4)) + "-" + String(letters.suffix(4))
    }

    public var description: String { text }
}
