public import Interviews

/// A browser that is a visitor's beside the one that the visitor was known by first. It keeps its own secret; what it
/// asks for and does is that visitor's.
public struct Browser: Hashable, Sendable {
    /// Digest of its secret.
    public var key: String
    /// Whose it is.
    public var visitor: String
    public var since: Timestamp

    public init(key: String, visitor: String, since: Timestamp) {
        (self.key, self.visitor, self.since) = (key, visitor, since)
    }

    /// Browsers beside the first that one visitor may have.
    public static let maximumCount = 10
    /// Browsers of all visitors, which a server has in memory: some 300 bytes each. Beyond that those go first that came
    /// long ago to somebody who has nothing.
    public static let maximumTotal = 100_000
}

/// By which another browser becomes a visitor's. Each visitor has one of a kind at most.
public struct Pass: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A link that is opened once, soon.
        case link
        /// A code that was written down; it holds until it is replaced.
        case code
    }

    /// Of its secret.
    public var digest: String
    public var kind: Kind
    public var visitor: String
    public var made: Timestamp
    /// From when on it is dead; `nil`: never.
    public var until: Timestamp?

    public init(digest: String, kind: Kind, visitor: String, made: Timestamp, until: Timestamp?) {
        (self.digest, self.kind, self.visitor) = (digest, kind, visitor)
        (self.made, self.until) = (made, until)
    }

    /// Passes of all visitors that are kept. Beyond that those go first that were made long ago by somebody who has nothing
    /// to come back to.
    public static let maximumTotal = 100_000

    func lives(at now: Timestamp) -> Bool { until.map { now.milliseconds < $0.milliseconds } ?? true }
}

/// That everything of one visitor's is another's from now on.
public struct Handover: Hashable, Sendable {
    public var from: String
    public var to: String
    /// Whose each browser that is concerned is now.
    public var browsers: [String: String]

    public init(from: String, to: String, browsers: [String: String]) {
        (self.from, self.to, self.browsers) = (from, to, browsers)
    }
}

/// What came of showing a pass.
public enum Claimed: Hashable, Sendable {
    /// What the browser's visitor had has come along.
    case joined(Handover)
    /// The browser is that visitor's already.
    case already
    case noSuchPass
    case tooMany
}

/// Which browsers are whose. Every call waits for the disk.
///
/// A browser without an entry is a visitor of its own, named by its own key; nothing is ever kept under the key of a
/// browser that was taken from a visitor.
public protocol BrowserStore: Sendable {
    /// All entries, for a server that starts.
    func browsers() throws(StoreError) -> [Browser]

    /// A visitor's browsers beside the first, the latest first.
    func browsers(of visitor: String) throws(StoreError) -> [Browser]

    /// Keeps a pass in place of the one of its kind that the visitor has.
    ///
    /// - Returns: `false` where its secret is another's, or where there are too many.
    func keep(_ pass: Pass) throws(StoreError) -> Bool

    func takeBack(_ kind: Pass.Kind, of visitor: String) throws(StoreError)

    /// The pass of a kind that a visitor has.
    func pass(_ kind: Pass.Kind, of visitor: String) throws(StoreError) -> Pass?

    /// Whether there is a pass with a digest, while it lives.
    func isPass(_ digest: String, at now: Timestamp) throws(StoreError) -> Bool

    /// Whether a browser became a visitor's by a pass, which may be used up.
    func came(_ key: String, by digest: String, to visitor: String) throws(StoreError) -> Bool

    /// Makes a browser, and all that its visitor has, the visitor's whose pass it shows. A link is used up by it.
    func claim(
        _ digest: String, by key: String, of visitor: String, at now: Timestamp
    ) throws(StoreError) -> Claimed

    /// Takes a browser from a visitor. Where the visitor is named by it, everything goes to a new name.
    ///
    /// - Returns: `nil` where it is not the visitor's, or the only one.
    func drop(_ key: String, of visitor: String, for name: String) throws(StoreError) -> Handover?
}

extension Browser {
    /// Whether a visitor's name is the key of a browser, and not one that was drawn later; see ``name(_:)``.
    public static func isKey(_ visitor: String) -> Bool { !visitor.hasPrefix("-") }

    /// A visitor's new name, when the browser that it was known by is taken from it.
    public static func name(_ random: String) -> String { "-" + random }
}
