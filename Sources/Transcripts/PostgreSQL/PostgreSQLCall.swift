import Interviews

/// One statement with what is bound to it, all as text.
struct PostgreSQLCall: Sendable {
    var sql: String
    var values: [String?]

    init(_ sql: String, _ values: [String?] = []) {
        self.sql = sql
        self.values = values
    }

    /// Texts as one value of the type `text[]`.
    /// https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
    static func array(_ texts: [String]) -> String {
        let quoted = texts.map { text in
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        return "{" + quoted.joined(separator: ",") + "}"
    }
}

/// What a statement brought.
struct PostgreSQLRows: Sendable {
    var rows: [[String?]] = []
    /// Rows that it wrote or read.
    var count = 0

    var first: String? { rows.first?.first ?? nil }
    /// The first value.
    var number: Int? { first.flatMap { Int($0, radix: 10) } }
}

/// A row's values as what they are.
extension [String?] {
    func text(_ index: Int) -> String { self[index] ?? "" }
    func integer(_ index: Int) -> Int { self[index].flatMap { Int($0, radix: 10) } ?? 0 }
    func moment(_ index: Int) -> Timestamp { Timestamp(milliseconds: Int64(integer(index))) }
    func decimal(_ index: Int) -> Double { self[index].flatMap { Double($0) } ?? 0 }
    func isTrue(_ index: Int) -> Bool { self[index] == "t" }
}
