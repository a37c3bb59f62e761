/// One statement with what is bound to it, all as text.
struct PostgreSQLCall: Sendable {
    var sql: String
    var values: [String?]

    init(_ sql: String, _ values: [String?] = []) {
        self.sql = sql
        self.values = values
    }
}

/// What a statement brought.
struct PostgreSQLRows: Sendable {
    var rows: [[String?]] = []
    /// Rows that it wrote or read.
    var count = 0

    var first: String? { rows.first?.first ?? nil }
    var number: Int? { first.flatMap { Int($0, radix: 10) } }
}
