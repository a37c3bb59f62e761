/// A table that the stores keep alike, so that its rows are moved as they stand, every value as text.
struct MovedTable: Hashable, Sendable {
    var name: String
    var columns: [String]
    /// The column by which an interview's rows are found; `nil` where they belong to none.
    var interview: String?
    /// What a row says about others of the same table has to come after them.
    var order: String
    /// The columns by which a row is known; where there are two keys, by either.
    var keys: [Set<String>]

    /// What belongs to an interview, beside its events.
    static let ofInterviews = [
        MovedTable("visitor", ["interview", "seq", "digest"], order: "seq", keys: [["interview", "seq"]]),
        MovedTable("room", ["code", "interview"], order: "code", keys: [["code"]]),
        MovedTable(
            "review", ["visitor", "interview", "question", "topic", "at", "ratings"],
            order: "visitor, question", keys: [["visitor", "interview", "question"]]),
        MovedTable("erased_seat", ["interview", "seat"], order: "seat", keys: [["interview", "seat"]]),
        MovedTable(
            "share", ["digest", "interview", "seat", "visitor", "may_comment", "made", "until"],
            order: "digest", keys: [["digest"]]),
        MovedTable(
            "note",
            [
                "id", "interview", "seat", "question", "attempt", "start", "stop", "thread", "visitor",
                "name", "at", "text",
            ], order: "thread IS NOT NULL, id", keys: [["id"]]),
    ]

    /// What belongs to visitors.
    static let ofVisitors = [
        MovedTable(
            "browser", ["key", "visitor", "since", "pass"], interview: nil, order: "key", keys: [["key"]]),
        MovedTable(
            "pass", ["digest", "kind", "visitor", "made", "until"], interview: nil, order: "digest",
            keys: [["digest"], ["visitor", "kind"]]),
    ]

    private init(
        _ name: String, _ columns: [String], interview: String? = "interview", order: String,
        keys: [Set<String>]
    ) {
        (self.name, self.columns, self.interview) = (name, columns, interview)
        (self.order, self.keys) = (order, keys)
    }

    /// Reads rows; of one interview, where they belong to one.
    ///
    /// - Parameter parameter: what stands for the interview.
    func selection(parameter: String) -> String {
        // A truth is a number in one store.
        let texts = columns.map { column in
            column == "may_comment"
                ? "CAST(CAST(\(column) AS integer) AS text)" : "CAST(\(column) AS text)"
        }
        let condition = interview.map { "WHERE \($0) = \(parameter)" } ?? ""
        return "SELECT \(texts.joined(separator: ", ")) FROM \(name) \(condition) ORDER BY \(order)"
    }

    /// Writes a row.
    ///
    /// - Parameter parameter: what stands for a value, by its place from 1.
    func insertion(parameter: (Int) -> String) -> String {
        let places = columns.indices.map { parameter($0 + 1) }.joined(separator: ", ")
        return "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places))"
    }

    /// By what a row is known: each column with its value.
    func keys(of row: [String?]) -> [[String: String?]] {
        keys.map { key in
            Dictionary(uniqueKeysWithValues: zip(columns, row).filter { key.contains($0.0) })
        }
    }
}

/// A table's rows as texts.
struct MovedRows: Hashable, Sendable {
    var table: MovedTable
    var rows: [[String?]]
}
