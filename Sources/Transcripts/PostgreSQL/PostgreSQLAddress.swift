import CPostgreSQL
import Glibc

/// Where a PostgreSQL server is, as `postgresql://…` says it. A password stands in PGPASSWORD, in the file that PGPASSFILE
/// names, or in the URL.
/// https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING
public struct PostgreSQLAddress: Hashable, Sendable, CustomStringConvertible {
    private let url: String
    /// What the URL says, by libpq's keywords.
    private let said: [String: String]

    /// - Throws: ``StoreError/unavailable(code:)`` where libpq cannot read it.
    public init(url: String) throws(StoreError) {
        guard url.hasPrefix("postgresql://") || url.hasPrefix("postgres://"), !url.utf8.contains(0),
            let options = unsafe PQconninfoParse(url, nil)
        else { throw .unavailable(code: "no address of a PostgreSQL server") }
        defer { unsafe PQconninfoFree(options) }
        var said: [String: String] = [:]
        var index = 0
        while let keyword = unsafe options[index].keyword {
            if let value = unsafe options[index].val {
                unsafe said[String(cString: keyword)] = unsafe String(cString: value)
            }
            index += 1
        }
        (self.url, self.said) = (url, said)
    }

    /// Whether the URL itself holds a secret.
    public var hasPassword: Bool { said["password"] != nil }

    /// Without a password.
    public var description: String {
        let host = said["host"] ?? said["hostaddr"] ?? "this machine"
        let port = said["port"].map { ":\($0)" } ?? ""
        return "PostgreSQL, \(said["dbname"] ?? "its user's database") on \(host)\(port)"
    }

    /// Names and values for libpq. What stands before the URL holds unless the URL says otherwise.
    var parameters: [(String, String)] {
        tls + [
            ("connect_timeout", "3"), ("keepalives_idle", "5"), ("keepalives_interval", "1"),
            ("keepalives_count", "3"), ("tcp_user_timeout", "7000"), ("client_encoding", "UTF8"),
            // Of several the one that writes: after a fail-over that is another.
            ("target_session_attrs", "read-write"), ("application_name", "greenroom"), ("dbname", url),
        ]
    }

    /// A server elsewhere shows a certificate that the machine trusts, unless somebody says otherwise.
    private var tls: [(String, String)] {
        guard !isLocal, said["sslmode"] == nil, Self.environment("PGSSLMODE") == nil else { return [] }
        let mode = [("sslmode", "verify-full")]
        let home = Self.environment("HOME") ?? ""
        let hasFile = unsafe access(home + "/.postgresql/root.crt", F_OK) == 0
        let hasRoots = hasFile || said["sslrootcert"] != nil || Self.environment("PGSSLROOTCERT") != nil
        // `system` is known since libpq 16; before, where Debian keeps them.
        let authorities = PQlibVersion() < 160_000 ? "/etc/ssl/certs/ca-certificates.crt" : "system"
        return hasRoots ? mode : mode + [("sslrootcert", authorities)]
    }

    /// A socket of the file system, or the loopback interface.
    private var isLocal: Bool {
        guard said["service"] == nil, Self.environment("PGSERVICE") == nil else { return false }
        let hosts =
            said["hostaddr"] ?? said["host"] ?? Self.environment("PGHOSTADDR") ?? Self.environment("PGHOST")
            ?? ""
        return hosts.split(separator: ",").allSatisfy {
            $0.hasPrefix("/") || $0.hasPrefix("@") || ["localhost", "127.0.0.1", "::1"].contains($0)
        }
    }

    private static func environment(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }
}
