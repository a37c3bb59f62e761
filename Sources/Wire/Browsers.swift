public import Interviews

/// What a visitor writes down to come back with another browser: 26 letters of Crockford's base32, 130 bits.
public struct RecoveryCode: CheckedText {
    /// Lower case, without hyphens.
    public let text: String

    /// Reads it as people write it; see ``Base32/letters(of:)``.
    public init?(_ raw: String) {
        guard let letters = Base32.letters(of: raw), letters.utf8.count == 26 else { return nil }
        text = letters
    }
}

/// Names a browser to its visitor: the digest of its secret, written as a link's name.
public typealias BrowserName = ShareName

extension ClientMessage {
    /// Makes the link by which another browser becomes this visitor's, in place of the one before.
    public struct Link: Hashable, Sendable, Codable {
        public var ref: Reference
        /// Of the link, drawn by the client: sent again, it is the same link.
        public var secret: SeatSecret
        /// Where the link leads, to be drawn as a picture: an address without a fragment.
        public var address: String?

        /// In UTF-8 bytes.
        public static let longestAddress = 300

        public init(ref: Reference, secret: SeatSecret, address: String? = nil) {
            (self.ref, self.secret, self.address) = (ref, secret, address)
        }
    }

    /// Keeps a recovery code in place of the one before.
    public struct Recovery: Hashable, Sendable, Codable {
        public var ref: Reference
        /// Drawn by the client; absent: there is none from now on.
        public var code: RecoveryCode?

        public init(ref: Reference, code: RecoveryCode?) {
            (self.ref, self.code) = (ref, code)
        }
    }

    /// Makes this browser the visitor's whose link or code it shows. What its own visitor had comes along.
    public struct Claim: Hashable, Sendable, Codable {
        public enum Pass: Hashable, Sendable, Codable {
            case link(SeatSecret)
            case code(RecoveryCode)

            public init(from decoder: any Decoder) throws {
                let text = try decoder.singleValueContainer().decode(String.self)
                // Only a link's secret is that long, however a code is written.
                if let secret = SeatSecret(text) {
                    self = .link(secret)
                } else {
                    self = .code(try RecoveryCode(from: decoder))
                }
            }

            public func encode(to encoder: any Encoder) throws {
                switch self {
                case .link(let secret): try secret.encode(to: encoder)
                case .code(let code): try code.encode(to: encoder)
                }
            }

            /// What its digest is made of.
            public var text: String {
                switch self {
                case .link(let secret): secret.text
                case .code(let code): code.text
                }
            }
        }

        public var ref: Reference
        public var pass: Pass

        public init(ref: Reference, pass: Pass) {
            (self.ref, self.pass) = (ref, pass)
        }
    }

    /// Takes a browser from the visitor.
    public struct Unlink: Hashable, Sendable, Codable {
        public var ref: Reference
        public var browser: BrowserName

        public init(ref: Reference, browser: BrowserName) {
            (self.ref, self.browser) = (ref, browser)
        }
    }
}

extension ServerMessage {
    /// The link works, once.
    public struct Linked: Hashable, Sendable, Codable {
        public var ref: Reference
        /// From when on it is dead, in milliseconds since 1970.
        public var until: Int64
        /// The link as a QR code, in SVG, where its address was said.
        public var picture: String?

        public init(ref: Reference, until: Int64, picture: String?) {
            (self.ref, self.until, self.picture) = (ref, until, picture)
        }
    }

    /// There is a recovery code from now on, or none.
    public struct Recovery: Hashable, Sendable, Codable {
        public var ref: Reference
        public var isThere: Bool

        public init(ref: Reference, isThere: Bool) {
            (self.ref, self.isThere) = (ref, isThere)
        }
    }

    /// The browser is the visitor's.
    public struct Claimed: Hashable, Sendable, Codable {
        public var ref: Reference
        /// Whether it was already.
        public var already: Bool

        public init(ref: Reference, already: Bool) {
            (self.ref, self.already) = (ref, already)
        }
    }

    /// The browser is a visitor of its own, with nothing.
    public struct Unlinked: Hashable, Sendable, Codable {
        public var ref: Reference
        public var browser: BrowserName

        public init(ref: Reference, browser: BrowserName) {
            (self.ref, self.browser) = (ref, browser)
        }
    }
}
