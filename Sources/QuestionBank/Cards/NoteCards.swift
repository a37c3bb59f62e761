/// Cards as note programs keep them: `question::answer` on a line, `?` alone between question and answer; and the
/// simplest of all, "Question? Answer." line by line.
struct NoteCards {
    private let page: Page

    init(_ page: Page) { self.page = page }

    /// `nil` if the document holds nothing of the kind, or holds it only in passing.
    func deck() -> CardDeck? {
        var lines = 0
        var colons: [Card] = []
        var asked: [Card] = []
        var topic: String?
        var last = -1
        for index in page.lines.indices {
            let line = page.lines[index]
            switch line.kind {
            case .blank, .dropped, .rule: continue
            case .heading:
                if page.body(index).starts("#flashcards") { topic = Self.deckName(page.body(index)) }
            case .fenced:
                if index > last { lines += 1 }
                continue
            default: break
            }
            lines += 1
            let body = page.body(index)
            if body.starts("#flashcards") { topic = Self.deckName(body) ?? topic }
            if let (question, answer) = Self.pair(body) {
                colons.append(Card(line: index + 1, question: question, answer: answer, topic: topic))
            } else if index > last, let (card, next) = below(index) {
                var card = card
                card.topic = topic
                colons.append(card)
                // What the card takes up counts as found.
                lines -= 1
                last = next
            } else if index <= last {
                lines -= 1
            } else if line.kind == .text, let (question, answer) = Self.sentence(body) {
                asked.append(Card(line: index + 1, question: question, answer: answer))
            }
        }
        if colons.count >= 2, colons.count * 3 >= lines * 2 || topic != nil {
            return CardDeck(form: "cards of a note program", cards: colons)
        }
        guard asked.count >= 2, asked.count * 5 >= lines * 4 else { return nil }
        return CardDeck(form: "question and answer on one line", cards: asked)
    }

    /// `#flashcards/topic`
    private static func deckName(_ body: Bytes) -> String? {
        body.dropping(prefix: "#flashcards/").map { $0.prefix { !$0.isBlank }.string }
    }

    /// `question::answer`, `question:::answer`; `std::vector` and `key:: value` are none.
    private static func pair(_ body: Bytes) -> (String, String)? {
        guard let cut = body.firstIndex(of: "::"), cut > body.startIndex else { return nil }
        let question = body[..<cut].trimmed
        let answer = body[cut...].drop { $0 == UInt8(ascii: ":") }.trimmed
        guard question.wordCount >= 2 || question.last == UInt8(ascii: "?"), !answer.isEmpty else {
            return nil
        }
        return (question.string, answer.string)
    }

    /// A question, `?` or `??` alone on the next line, then the answer up to a blank line.
    private func below(_ index: Int) -> (Card, Int)? {
        guard index + 2 < page.lines.count, page.lines[index].kind == .text else { return nil }
        let mark = page.body(index + 1)
        guard mark.count <= 2, !mark.isEmpty, mark.allSatisfy({ $0 == UInt8(ascii: "?") }) else { return nil }
        var answer: [String] = []
        var next = index + 2
        while next < page.lines.count, page.lines[next].kind != .blank, page.lines[next].kind != .dropped {
            answer.append(page.whole(next).string)
            next += 1
        }
        guard !answer.isEmpty else { return nil }
        let card = Card(
            line: index + 1, question: page.body(index).string, answer: answer.joined(separator: "\n"))
        return (card, next - 1)
    }

    /// "What is it? That.": the last question mark that is followed by something parts the line.
    private static func sentence(_ body: Bytes) -> (String, String)? {
        guard body.first?.isWord ?? false, Label(body).kind == .none else { return nil }
        var index = body.endIndex - 2
        while index > body.startIndex {
            if body[index] == UInt8(ascii: "?"), body[index + 1].isBlank {
                let question = body[...index]
                guard question.wordCount >= 2, Asking.asks(question.string) else { return nil }
                let answer = Asking.withoutDash(body[(index + 1)...].trimmed)
                return answer.isEmpty ? nil : (question.string, answer.string)
            }
            index -= 1
        }
        return nil
    }
}
