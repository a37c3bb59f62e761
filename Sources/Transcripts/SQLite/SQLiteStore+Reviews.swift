import GRDB
import Interviews
public import Scheduling

extension SQLiteStore {
    public func reviews(of visitor: String, latest count: Int) throws(StoreError) -> [Review] {
        try run { pool in
            try pool.read { database in
                let rows = try Row.fetchCursor(
                    database,
                    sql: """
                        SELECT interview, question, topic, at, ratings FROM review WHERE visitor = ?
                        ORDER BY at DESC LIMIT ?
                        """,
                    arguments: [visitor, count])
                var reviews: [Review] = []
                while let row = try rows.next() {
                    let kept = ReviewRow(
                        interview: row[0], question: row[1], topic: row[2], at: row[3], ratings: row[4])
                    reviews += kept.reviews
                }
                return reviews
            }
        }
    }

    /// A later ruling replaces the ratings; what was remembered when it was asked stays that moment's.
    static func insert(_ reviews: [QuestionReview], of append: Append, in database: Database) throws {
        guard !reviews.isEmpty else { return }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO review (visitor, interview, question, topic, at, ratings)
                VALUES (\(owner), ?, ?, ?, ?, ?)
                ON CONFLICT (visitor, interview, question) DO UPDATE SET ratings = excluded.ratings
                """)
        for review in reviews {
            let row = ReviewRow(review, of: append.interview)
            try statement.execute(arguments: [
                review.visitor, review.visitor, row.interview, row.question, row.topic, row.at, row.ratings,
            ])
        }
    }
}
