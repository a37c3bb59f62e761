/// Moodle's XML: questions with their answers' fractions, categories as topics.
enum MoodleXML {
    static func isOne(_ text: [UInt8]) -> Bool {
        let start = text[...].drop { $0.isBlank || $0 == .newline }
        guard start.starts("<?xml") || start.starts("<quiz") else { return false }
        return start.prefix(4000).contains("<quiz")
    }

    /// `nil` if the document can't be read.
    static func deck(_ text: [UInt8]) -> CardDeck? {
        guard let pieces = Markup.xml(text) else { return nil }
        var reader = Reader()
        for piece in pieces { reader.read(piece) }
        return CardDeck(form: "Moodle XML", cards: reader.cards)
    }

    private struct Reader {
        var cards: [Card] = []
        private var path: [String] = []
        private var kind = ""
        private var topic: String?
        private var card = Card(line: 1)
        private var fraction = 0.0
        private var text = ""
        private var answers: [(fraction: Double, text: String)] = []
        private var general = ""

        mutating func read(_ piece: Markup.Piece) {
            switch piece {
            case .open(let name, let attributes, let line):
                path.append(name)
                switch name {
                case "question":
                    kind = attributes["type"] ?? ""
                    card = Card(line: line, topic: topic)
                    answers = []
                    general = ""
                case "answer":
                    fraction = attributes["fraction"].flatMap(Double.init) ?? 0
                case "text": text = ""
                default: break
                }
            case .text(let piece, _): if path.last == "text" { text += piece }
            case .close(let name):
                _ = path.popLast()
                if name == "text" { took() }
                if name == "question" { finish() }
            }
        }

        private mutating func took() {
            let markdown = HTMLText.markdown(text.bytes.trimmed.string)
            switch path.last {
            case "questiontext": card.question = markdown
            case "answer": answers.append((fraction, markdown))
            case "generalfeedback", "graderinfo": if !markdown.isEmpty { general = markdown }
            case "category":
                // "$course$/top/Bread/Dough"
                topic = markdown.split(separator: "/").last.map { String($0).bytes.trimmed.string }
            default: break
            }
        }

        private mutating func finish() {
            guard kind != "category", !card.question.isEmpty else { return }
            let right = answers.filter { $0.fraction > 0 }.map(\.text)
            if answers.contains(where: { $0.fraction <= 0 }), kind != "truefalse" {
                card.options = answers.map(\.text)
            }
            card.answer = right.joined(separator: "\n")
            card.keyPoints = kind == "multichoice" ? right : Array(right.prefix(1))
            if kind == "truefalse", let only = right.first {
                card.answer = only.prefix(1).uppercased() + only.dropFirst()
            }
            if !general.isEmpty { card.answer += (card.answer.isEmpty ? "" : "\n\n") + general }
            if right.isEmpty { card.keyPoints = [] }
            cards.append(card)
        }
    }
}
