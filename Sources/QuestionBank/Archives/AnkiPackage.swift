/// Anki's `.apkg`: a zip with a collection, of which there may be three: packed with Zstandard, recent, and old. Where
/// the first is there, the last is a dummy that only asks for an update.
enum AnkiPackage {
    /// What a collection may unpack to.
    static let maxBytes = 128 << 20
    private static let maxNotes = 100_000

    static func isOne(_ bytes: Bytes) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    static func deck(_ bytes: [UInt8]) -> Result<CardDeck, UnreadableReason> {
        do {
            let archive = try ZipArchive(bytes)
            if let packed = try archive.unpack("collection.anki21b", limit: maxBytes) {
                return read(try Zstandard.unpack(packed, limit: maxBytes))
            }
            let names = ["collection.anki21", "collection.anki2"]
            for name in names {
                if let collection = try archive.unpack(name, limit: maxBytes) { return read(collection) }
            }
            return .failure(.archive("there is no collection in it"))
        } catch let failure as ZipArchive.Failure {
            return .failure(.archive(words(failure)))
        } catch {
            return .failure(
                .archive("its collection is damaged or unpacks to more than \(maxBytes >> 20) MiB"))
        }
    }

    private static func words(_ failure: ZipArchive.Failure) -> String {
        switch failure {
        case .notAnArchive: "it is no zip file"
        case .unsupported: "it is packed in a way that Anki does not use"
        case .tooLarge: "it unpacks to more than \(maxBytes >> 20) MiB"
        case .corrupt: "it is damaged"
        }
    }

    static func read(_ collection: [UInt8]) -> Result<CardDeck, UnreadableReason> {
        guard let image = SQLiteImage(collection) else {
            return .failure(.archive("its collection is no database"))
        }
        let decks = Dictionary(deckNames(image), uniquingKeysWith: { first, _ in first })
        let rows = image.rows(
            """
            SELECT notes.flds, notes.tags, (SELECT did FROM cards WHERE cards.nid = notes.id ORDER BY cards.id LIMIT 1)
            FROM notes ORDER BY notes.id
            """, limit: maxNotes)
        var cards: [Card] = []
        for (index, row) in rows.enumerated() {
            let fields = row[0].split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
            guard let front = fields.first, !front.hasPrefix("Please update to the latest Anki version")
            else { continue }
            var card = AnkiNote.card(
                front: front, back: fields.count > 1 ? fields[1] : "", extra: Array(fields.dropFirst(2)),
                line: index + 1)
            card.tags = TableReader.tags(row[1])
            card.topic = decks[row[2]].map { $0.replacing("\u{1F}", with: "::") }
            if card.topic == "Default" { card.topic = nil }
            cards.append(card)
        }
        return .success(CardDeck(form: "Anki package", cards: cards))
    }

    /// Recent collections have a table of decks, older ones an object in a column.
    private static func deckNames(_ image: SQLiteImage) -> [(String, String)] {
        let table = image.rows("SELECT id, name FROM decks", limit: 10_000)
        if !table.isEmpty { return table.map { ($0[0], $0[1]) } }
        guard let json = image.rows("SELECT decks FROM col", limit: 1).first?.first,
            case .object(let members, _)? = JSONReader.read(Array(json.utf8))
        else { return [] }
        return members.compactMap { key, value in
            guard case .object(let fields, _) = value else { return nil }
            return fields.first { $0.key == "name" }?.value.text.map { (key, $0) }
        }
    }
}
