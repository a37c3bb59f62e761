import GRDB
import Interviews
import QuestionBank

extension SQLiteLibrary {
    public func trend(of topic: String, of visitor: String) throws(StoreError) -> TopicTrend? {
        try read { database in
            guard let visitor = try Self.number(of: visitor, in: database) else { return nil }
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT transcript.interview, transcript.seat, practised.opened, practised.coverage,
                        practised.questions, practised.title, practised.transcript
                    FROM practised JOIN transcript ON transcript.id = practised.transcript
                    WHERE visitor = ? AND topic = ? ORDER BY practised.opened DESC LIMIT ?
                    """, arguments: [visitor, topic, TopicTrend.maximumSteps])
            guard let latest = rows.first else { return nil }
            let steps = rows.reversed().compactMap { row in
                InterviewID(row[0]).map {
                    TopicTrend.Step(
                        interview: $0, seat: SeatID(row[1]), opened: Timestamp(milliseconds: row[2]),
                        coverage: row[3], questions: row[4])
                }
            }
            let missed = try Self.missed(topic, in: rows.map { $0[6] }, database)
            return TopicTrend(topic: Topic(id: topic, title: latest[5]), steps: steps, missed: missed)
        }
    }

    private static func missed(
        _ topic: String, in transcripts: [Int], _ database: Database
    ) throws -> [TopicTrend.MissedOften] {
        let places = transcripts.map { _ in "?" }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT name, point, max(head), count(*) FROM attempt JOIN judged ON judged.attempt = attempt.id
                WHERE transcript IN (\(places)) AND topic = ? AND is_best AND verdict NOT IN ('hit', 'avoided')
                GROUP BY name, point ORDER BY count(*) DESC, max(attempt.id) DESC LIMIT 10
                """, arguments: StatementArguments(transcripts) + [topic])
        return rows.map {
            TopicTrend.MissedOften(
                name: PointName(question: $0[0], point: $0[1]), head: $0[2], times: $0[3])
        }
    }
}
