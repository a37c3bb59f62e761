import CPostgreSQL
import Glibc

/// Where a PostgreSQL server is, as `postgresql://…` says it. A password stands in PGPASSWORD, PGPASSFILE or the URL.
/// https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING
struct PostgreSQLAddress: Hashable, Sendable {
    private var url: String
    private var isLocal: Bool

    /// - Throws: ``StoreError/unavailable(code:)`` where libpq cannot read it.
    init(url: String) throws(StoreError) {
        guard url.hasPrefix("postgresql://") || url.hasPrefix("postgres://"),
            let options = unsafe PQconninfoParse(url, nil)
        else { throw .unavailable(code: "no address of a PostgreSQL server") }
        defer { unsafe PQconninfoFree(options) }
        var hosts = ""
        var index = 0
        while let keyword = unsafe options[index].keyword {
            if unsafe String(cString: keyword) == "host", let value = unsafe options[index].val {
                hosts = unsafe String(cString: value)
            }
            index += 1
        }
        self.url = url
        isLocal = hosts.split(separator: ",").allSatisfy {
            $0.hasPrefix("/") || ["localhost", "127.0.0.1", "::1"].contains($0)
        }
    }

    /// Names and values for libpq. What stands before the URL holds unless the URL says otherwise.
    var parameters: [(String, String)] {
        let isSaid = unsafe getenv("PGSSLMODE") != nil
        let tls = isLocal || isSaid ? [] : [("sslmode", "verify-full")]
        return tls + [
            ("connect_timeout", "5"), ("keepalives_idle", "5"), ("keepalives_interval", "1"),
            ("keepalives_count", "3"), ("tcp_user_timeout", "8000"), ("client_encoding", "UTF8"),
            ("application_name", "greenroom"), ("dbname", url),
        ]
    }
}
