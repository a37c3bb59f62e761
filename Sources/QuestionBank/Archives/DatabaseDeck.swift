/// A flashcard program's database as it lies on disk: Anki's collection, or a table of cards with front and back.
enum DatabaseDeck {
    static func isOne(_ bytes: Bytes) -> Bool { bytes.starts(with: "SQLite format 3\u{0}".utf8) }

    static func deck(_ bytes: [UInt8]) -> Result<CardDeck, UnreadableReason> {
        guard bytes.count <= AnkiPackage.maxBytes else { return .failure(.tooLarge(bytes: bytes.count)) }
        if case .success(let deck) = AnkiPackage.read(bytes), !deck.cards.isEmpty { return .success(deck) }
        let rows = SQLiteImage(bytes)?.rows("SELECT front, back FROM cards", limit: FoundReader.maxQuestions)
        guard let rows, !rows.isEmpty else {
            return .failure(.archive("the database has neither notes nor cards with front and back"))
        }
        let cards = rows.enumerated().map { index, row in
            AnkiNote.card(front: text(row[0]), back: text(row[1]), line: index + 1)
        }
        return .success(CardDeck(form: "database of cards", cards: cards))
    }

    private static func text(_ field: String) -> String {
        String(decoding: SourceText.clean(field), as: UTF8.self)
    }
}
