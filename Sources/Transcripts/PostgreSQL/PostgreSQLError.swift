/// What a PostgreSQL server, or the way to it, has to say. Codes only: messages may quote what was bound.
struct PostgreSQLError: Error, Hashable, Sendable {
    /// Five characters; empty where the line was lost.
    /// https://www.postgresql.org/docs/current/errcodes-appendix.html
    var state: String
    /// Why there is no connection, in the words of libpq; nobody but an operator should read them.
    var reason: String?

    static let lost = PostgreSQLError(state: "")

    /// The connection is of no use any more.
    var isLost: Bool { state.isEmpty || state.hasPrefix("08") || state.hasPrefix("57P") }

    /// Another transaction was in the way; the same again may well pass.
    var isCollision: Bool { state == "40001" || state == "40P01" }
}

extension StoreError {
    init(_ error: PostgreSQLError) {
        let code = error.state.isEmpty ? "PostgreSQL: no connection" : "PostgreSQL \(error.state)"
        switch error.state.prefix(2) {
        case "22", "23", "42": self = .failed(code: code)
        case "XX": self = ["XX001", "XX002"].contains(error.state) ? .corrupt : .unavailable(code: code)
        default: self = error.state == "53100" ? .full : .unavailable(code: code)
        }
    }
}
