/// Crockford's base32 (https://www.crockford.com/base32.html), five bits a letter: for what people write down and type.
package enum Base32 {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

    /// Reads it as people write it: in any case, with spaces or hyphens anywhere, O for 0, I and L for 1.
    ///
    /// - Returns: Lower case; `nil` where another letter is in it.
    package static func letters(of raw: String) -> String? {
        guard raw.utf8.count <= 64 else { return nil }
        var letters = ""
        for character in raw.lowercased() where character != "-" && !character.isWhitespace {
            let read: Character =
                switch character {
                case "o": "0"
                case "i", "l": "1"
                default: character
                }
            guard alphabet.contains(read) else { return nil }
            letters.append(read)
        }
        return letters
    }

    /// One letter for each byte.
    package static func letters(drawn bytes: some Sequence<UInt8>) -> String {
        String(bytes.map { alphabet[Int($0 & 31)] })
    }
}
