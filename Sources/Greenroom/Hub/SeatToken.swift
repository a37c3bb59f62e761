import CCrypto
import Interviews

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

extension InterviewID {
    private static let letters = 24
    /// Five bits each: milliseconds until the year 3084.
    private static let lettersOfTime = 9

    /// A name that nobody has: when it was drawn, and 75 random bits.
    ///
    /// The time stands in front because the log's indexes are in the order of names. Interviews of the same hour lie
    /// beside each other in them, so that a transaction changes fewer pages, however long the log is.
    static func make(from source: some SecretSource, at moment: Timestamp) -> InterviewID {
        let time = (1...lettersOfTime).map { place in
            UInt8(truncatingIfNeeded: moment.milliseconds >> (5 * (lettersOfTime - place)))
        }
        let random = source.bytes(letters - lettersOfTime)
        guard let id = InterviewID(Base32.letters(drawn: time + random)) else {
            preconditionFailure("\(letters) letters and digits are a name")
        }
        return id
    }
}

extension Settings {
    /// A short word for a seed, to be shared by people: 40 random bits.
    static func makeSeed(from source: some SecretSource) -> String {
        Base32.letters(drawn: source.bytes(8))
    }
}
