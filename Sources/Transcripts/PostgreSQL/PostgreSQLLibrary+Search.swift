import Interviews
import Marking
import QuestionBank

extension PostgreSQLLibrary {
    public func search(_ query: TranscriptQuery, of visitor: String) throws(StoreError) -> PassageList {
        try read { connection in
            guard let visitor = try Self.number(of: visitor, on: connection),
                let match = PassageWords.lexemes(for: query, of: visitor)
            else { return PassageList(passages: [], hasMore: false) }
            var condition = "words @@ $1::tsquery"
            var values: [String?] = [match]
            func add(_ comparison: String, _ value: String?) {
                guard let value else { return }
                values.append(PassageWords.clean(value))
                condition += " AND transcript.\(comparison) $\(values.count)"
            }
            add("opened >=", query.from.map { "\($0.milliseconds)" })
            add("opened <", query.until.map { "\($0.milliseconds)" })
            add("bank =", query.bank)
            let size = TranscriptQuery.pageSize
            let rows = try connection.run(
                """
                SELECT interview, seat, opened, question, prompt, topic, title, number, attempt.coverage, name,
                    answer, missed
                FROM library_attempt AS attempt
                JOIN library_transcript AS transcript ON transcript.id = attempt.transcript
                WHERE \(condition) ORDER BY attempt.id DESC LIMIT \(size + 1) OFFSET \((query.page - 1) * size)
                """, values
            ).rows
            let excerpt = PassageExcerpt(of: query.words)
            return PassageList(
                passages: rows.prefix(size).compactMap { Passage($0, excerpt) }, hasMore: rows.count > size)
        }
    }
}

extension PassageWords {
    /// What is looked for among what ``PassageRow/lexemes`` says of an answer.
    /// https://www.postgresql.org/docs/current/datatype-textsearch.html#DATATYPE-TSQUERY
    ///
    /// - Returns: `nil` where a word can be in no text.
    fileprivate static func lexemes(for query: TranscriptQuery, of visitor: Int) -> String? {
        var parts = [sign(visitor: visitor)]
        if let topic = query.topic { parts.append(sign(topic: topic)) }
        if let verdict = query.verdict { parts.append(sign(verdict: verdict)) }
        if let missed = query.missed { parts.append(sign(missed: missed)) }
        parts = parts.map(lexeme)
        if let periods = periods(from: query.from, until: query.until) {
            parts.append("(" + periods.map { lexeme(sign(period: $0)) }.joined(separator: " | ") + ")")
        }
        for word in query.words {
            let tokens = PassageTokens(word).tokens
            guard !tokens.isEmpty else { return nil }
            parts += tokens.map { lexeme(PassageRow.lexeme($0.stem)) + ":*" }
        }
        return parts.joined(separator: " & ")
    }

    /// A quotation mark and a backslash are written twice.
    private static func lexeme(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "''") + "'"
    }
}

extension Passage {
    fileprivate init?(_ row: [String?], _ excerpt: PassageExcerpt) {
        guard let interview = InterviewID(row.text(0)) else { return nil }
        self.init(
            interview: interview, seat: SeatID(row.text(1)), opened: row.moment(2), question: row.integer(3),
            name: row.text(9), prompt: row.text(4), topic: Topic(id: row.text(5), title: row.text(6)),
            attempt: row.integer(7), coverage: row.decimal(8), pieces: excerpt.excerpt(row.text(10)),
            missed: excerpt.highlighted(row.text(11)))
    }
}
