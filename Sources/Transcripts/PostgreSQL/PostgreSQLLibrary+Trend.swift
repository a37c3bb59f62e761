import Interviews
import QuestionBank

extension PostgreSQLLibrary {
    public func trend(of topic: String, of visitor: String) throws(StoreError) -> TopicTrend? {
        let topic = PassageWords.clean(topic)
        return try read { connection in
            guard let visitor = try Self.number(of: visitor, on: connection) else { return nil }
            let rows = try connection.run(
                """
                SELECT transcript.interview, transcript.seat, practised.opened, practised.coverage,
                    practised.questions, practised.title, practised.transcript
                FROM library_practised AS practised
                JOIN library_transcript AS transcript ON transcript.id = practised.transcript
                WHERE visitor = $1 AND topic = $2
                ORDER BY practised.opened DESC, practised.transcript DESC LIMIT \(TopicTrend.maximumSteps)
                """, ["\(visitor)", topic]
            ).rows
            guard let latest = rows.first else { return nil }
            let steps = rows.reversed().compactMap { row in
                InterviewID(row.text(0)).map {
                    TopicTrend.Step(
                        interview: $0, seat: SeatID(row.text(1)), opened: row.moment(2),
                        coverage: row.decimal(3), questions: row.integer(4))
                }
            }
            let missed = try Self.missed(topic, in: rows.map { $0.text(6) }, on: connection)
            return TopicTrend(topic: Topic(id: topic, title: latest.text(5)), steps: steps, missed: missed)
        }
    }

    private static func missed(
        _ topic: String, in transcripts: [String], on connection: PostgreSQLConnection
    ) throws -> [TopicTrend.MissedOften] {
        try connection.run(
            """
            SELECT name, point, max(head), count(*)
            FROM library_attempt, unnest(points, heads, verdicts) AS judged (point, head, verdict)
            WHERE transcript = ANY ($1::bigint[]) AND topic = $2 AND is_best AND verdict NOT IN ('hit', 'avoided')
            GROUP BY name, point ORDER BY count(*) DESC, max(id) DESC LIMIT 10
            """, [PostgreSQLCall.array(transcripts), topic]
        ).rows.map {
            TopicTrend.MissedOften(
                name: PointName(question: $0.text(0), point: $0.text(1)), head: $0.text(2),
                times: $0.integer(3))
        }
    }
}
