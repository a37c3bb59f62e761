import WebSockets

/// The cookie by which a browser is known again: 256 random bits that pages cannot read. Only its digest is kept.
enum VisitorCookie {
    static let name = "greenroom_visitor"

    /// A `Set-Cookie` value with a new secret (RFC 6265bis). It comes along with a link from elsewhere, as from a mail. 400 days is as long as browsers keep one.
    static func make(for handshake: Handshake) -> String {
        let secret = SeatToken.make(from: SystemSecretSource())
        return "\(name)=\(secret); Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax"
            + (handshake.isSecure ? "; Secure" : "")
    }

    /// The secret in a `Cookie` or `Set-Cookie` header; `nil` where there is none of ours.
    static func secret(in header: String?) -> String? {
        for part in header?.split(separator: ";") ?? [] {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].drop(while: { $0 == " " }) == name else { continue }
            let secret = pair[1]
            guard secret.utf8.count == 43, secret.utf8.allSatisfy(isAllowed) else { return nil }
            return String(secret)
        }
        return nil
    }

    /// The letters of base64url.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default:
            false
        }
    }
}
