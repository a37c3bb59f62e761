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

    /// Numbers are given anew where a question is gone; what a digest stands for is always the same.
    static func question(
        _ number: Int, in database: Database, knowing digests: QuestionDigests
    ) throws -> Question {
        let find = try database.cachedStatement(sql: "SELECT digest FROM question WHERE id = ?")
        guard let digest = try Data.fetchOne(find, arguments: [number]).map(Array.init) else {
            throw StoreError.corrupt
        }
        if let known = digests[digest] { return known }
        let read = try database.cachedStatement(sql: "SELECT body FROM question WHERE id = ?")
        guard let body = try String.fetchOne(read, arguments: [number]) else { throw StoreError.corrupt }
        let question = try QuestionRow.question(body: body)
        digests.remember(digest, of: question)
        return question
    }
}
