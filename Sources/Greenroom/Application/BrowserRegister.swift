import Synchronization
import Transcripts

/// Whose each browser is that is not a visitor of its own. Every connection and every page asks, on any thread, so it is
/// in memory; ``Browser/maximumTotal`` bounds it.
final class BrowserRegister: Sendable {
    private let owners: Mutex<[String: String]>

    init(_ browsers: [Browser]) {
        owners = Mutex(Self.owners(browsers))
    }

    /// Another server has changed whose they are.
    func replace(_ browsers: [Browser]) {
        owners.withLock { $0 = Self.owners(browsers) }
    }

    private static func owners(_ browsers: [Browser]) -> [String: String] {
        Dictionary(browsers.map { ($0.key, $0.visitor) }) { $1 }
    }

    /// Whose a browser is, by the digest of its secret.
    func visitor(of key: String) -> String { owners.withLock { $0[key] ?? key } }

    func take(_ handover: Handover) {
        owners.withLock { owners in
            for (key, owner) in handover.browsers { owners[key] = key == owner ? nil : owner }
        }
    }

    /// The visitor is forgotten: each of its browsers is one of its own again.
    func forget(_ visitor: String) {
        owners.withLock { owners in owners = owners.filter { $0.value != visitor } }
    }
}
