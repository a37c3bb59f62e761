import Interviews
import Marking
import QuestionBank

extension PostgreSQLLibrary {
    static func row(_ transcript: ShelvedTranscript) -> PostgreSQLCall {
        let entry = transcript.entry
        return PostgreSQLCall(
            """
            INSERT INTO library_transcript (interview, seat, role, opened, reason, bank, mode, purpose, is_room,
                questions, answered, found, needed, coverage)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            ON CONFLICT (interview, seat) DO UPDATE SET role = excluded.role, reason = excluded.reason,
                questions = excluded.questions, answered = excluded.answered, found = excluded.found,
                needed = excluded.needed, coverage = excluded.coverage
            RETURNING id
            """,
            [
                entry.interview.text, entry.seat.text, entry.role.rawValue, "\(entry.opened.milliseconds)",
                entry.reason?.rawValue, PassageWords.clean(entry.bank), entry.mode.rawValue,
                entry.purpose.rawValue, "\(entry.isRoom)", "\(entry.questions)", "\(entry.answered)",
                "\(entry.found)", "\(entry.needed)", "\(entry.coverage)",
            ])
    }

    /// Whose a transcript is, and what it is about.
    static func holding(
        _ transcript: ShelvedTranscript, _ id: String, _ visitor: String?
    ) -> [PostgreSQLCall] {
        let entry = transcript.entry
        var calls = [
            PostgreSQLCall("DELETE FROM library_holder WHERE transcript = $1", [id]),
            PostgreSQLCall("DELETE FROM library_practised WHERE transcript = $1", [id]),
        ]
        calls += entry.topics.map { topic in
            PostgreSQLCall(
                """
                INSERT INTO library_subject (transcript, topic, title) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
                """, [id, PassageWords.clean(topic.id), PassageWords.clean(topic.title)])
        }
        guard let visitor else { return calls }
        calls.append(
            PostgreSQLCall(
                """
                INSERT INTO library_holder (visitor, opened, transcript, bank, kind, coverage)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                [
                    visitor, "\(entry.opened.milliseconds)", id, PassageWords.clean(entry.bank),
                    entry.kind.rawValue, "\(entry.coverage)",
                ]))
        calls += transcript.topics.map { topic in
            PostgreSQLCall(
                """
                INSERT INTO library_practised (visitor, topic, opened, transcript, title, coverage, questions)
                VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING
                """,
                [
                    visitor, PassageWords.clean(topic.topic.id), "\(entry.opened.milliseconds)", id,
                    PassageWords.clean(topic.topic.title), "\(topic.coverage)", "\(topic.questions)",
                ])
        }
        return calls
    }

    /// What stays as it was is not written again: a row that is written leaves its predecessor behind.
    static func answer(
        _ answer: ShelvedAnswer, of transcript: String, _ row: PassageRow
    ) -> PostgreSQLCall {
        let judged = answer.judged.map { ($0.point, $0.head, $0.verdict.rawValue) }
        func array(_ texts: [String]) -> String { PostgreSQLCall.array(texts.map(PassageWords.clean)) }
        return PostgreSQLCall(
            """
            INSERT INTO library_attempt AS known (transcript, question, name, topic, title, number, coverage, is_best,
                points, heads, verdicts, answer, prompt, missed, words)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, array_to_tsvector($15))
            ON CONFLICT (transcript, question, number) DO UPDATE SET coverage = excluded.coverage,
                is_best = excluded.is_best, points = excluded.points, heads = excluded.heads,
                verdicts = excluded.verdicts, missed = excluded.missed, words = excluded.words
            WHERE (known.coverage, known.is_best, known.points, known.heads, known.verdicts, known.words)
                IS DISTINCT FROM (excluded.coverage, excluded.is_best, excluded.points, excluded.heads,
                    excluded.verdicts, excluded.words)
            """,
            [
                transcript, "\(answer.question)", PassageWords.clean(answer.name),
                PassageWords.clean(answer.topic.id), PassageWords.clean(answer.topic.title),
                "\(answer.attempt)", "\(answer.coverage)", "\(answer.isBest)", array(judged.map(\.0)),
                array(judged.map(\.1)), array(judged.map(\.2)), row.answer, row.prompt, row.missed,
                PostgreSQLCall.array(row.lexemes),
            ])
    }
}

extension PassageRow {
    /// What ``PostgreSQLLibrary`` finds an answer by. Words and signs begin otherwise, so that no word is a sign.
    var lexemes: [String] {
        let words = [answer, prompt, missed].flatMap { PassageTokens($0).tokens.map { Self.lexeme($0.stem) } }
        return Set(words + signs.split(separator: " ").map(String.init)).sorted()
    }

    static func lexeme(_ stem: String) -> String { "w" + stem }
}
