import CCrypto

/// The secret that holds a seat: 256 random bits in base64url (RFC 4648, section 5). Only its digest is kept.
enum SeatToken {
    static func make(from source: some SecretSource) -> String {
        base64URL(source.bytes(32))
    }

    /// SHA-256 of the token's UTF-8, lower-case hexadecimal.
    static func digest(of token: String) -> String {
        let bytes = Array(token.utf8)
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = unsafe SHA256(bytes, bytes.count, &digest)
        return digest.map { hexadecimal[Int($0 >> 4)] + hexadecimal[Int($0 & 15)] }.joined()
    }

    /// Compares without telling by the time it takes where two digests differ.
    static func areEqual(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        return zip(one.utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static let hexadecimal = "0123456789abcdef".map(String.init)

    private static func base64URL(_ bytes: [UInt8]) -> String {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".unicodeScalars)
        var text = String.UnicodeScalarView()
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(alphabet[Int(buffer >> UInt32(bits) & 63)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(buffer << UInt32(6 - bits) & 63)]) }
        return String(text)
    }
}
