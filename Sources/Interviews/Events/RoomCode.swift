/// By which a room is found: eight letters and digits of Crockford's base32, 40 bits, written `kq7m-2xrd`.
public struct RoomCode: Hashable, Sendable, Codable, CustomStringConvertible {
    /// With the hyphen, lower case.
    public let text: String

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

    /// Reads it as people write it: in any case, with spaces or hyphens anywhere, O for 0, I and L for 1.
    public init?(_ raw: String) {
        guard raw.utf8.count <= 64 else { return nil }
        var letters: [Character] = []
        for character in raw.lowercased() where character != "-" && !character.isWhitespace {
            let read: Character =
                switch character {
                case "o": "0"
                case "i", "l": "1"
                default: character
                }
            guard Self.alphabet.contains(read) else { return nil }
            letters.append(read)
        }
        guard letters.count == 8 else { return nil }
        text = String(letters.prefix(4)) + "-" + String(letters.suffix(4))
    }

    /// - Parameter bytes: at least eight, drawn at random.
    public init(drawn bytes: [UInt8]) {
        let letters = bytes.prefix(8).map { Self.alphabet[Int($0 & 31)] }
        text = String(letters.prefix(4)) + "-" + String(letters.suffix(4))
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let code = RoomCode(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a room's code")
        }
        self = code
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    public var description: String { text }
}
