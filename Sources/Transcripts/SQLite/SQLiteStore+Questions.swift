import Foundation
import GRDB
import QuestionBank

extension SQLiteStore {
    /// The number of a question, which is kept if it is not yet.
    func number(of question: Question, in database: Database) throws -> Int {
        if let digest = digests[question], let number = try Self.number(of: digest, in: database) {
            return number
        }
        let row = try QuestionRow(question)
        digests.remember(row.digest, of: question)
        if let number = try Self.number(of: row.digest, in: database) { return number }
        try database.cachedStatement(sql: "INSERT INTO question (digest, body) VALUES (?, ?)")
            .execute(arguments: [Data(row.digest), row.body])
        return Int(database.lastInsertedRowID)
    }

    private static func number(of digest: [UInt8], in database: Database) throws -> Int? {
        let statement = try database.cachedStatement(sql: "SELECT id FROM question WHERE digest = ?")
        return try Int.fetchOne(statement, arguments: [Data(digest)])
    }

    static func question(_ number: Int, in database: Database) throws -> Question {
        let statement = try database.cachedStatement(sql: "SELECT body FROM question WHERE id = ?")
        guard let body = try String.fetchOne(statement, arguments: [number]) else {
            throw StoreError.corrupt
        }
        return try QuestionRow.question(body: body)
    }
}
