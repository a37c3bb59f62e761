/// What can only be said of a document's questions once all are known.
enum Arrangement {
    static func tidy(_ found: [FoundQuestion], _ pattern: Pattern, _ page: Page) -> [FoundQuestion] {
        var found = found
        switch pattern.shape {
        case .bullet, .ordered: unanswerLists(&found)
        case .heading: readTitles(&found)
        default: break
        }
        for index in found.indices {
            found[index].text = QuestionText.withoutAsker(found[index].text)
            if found[index].answer.isEmpty { found[index].flags.insert(.withoutAnswer) }
        }
        return found.filter { !$0.text.isEmpty }
    }

    /// A list of questions has no answers: what is nested below one that asks too is a follow-up.
    private static func unanswerLists(_ found: inout [FoundQuestion]) {
        var asking = 0
        var telling = 0
        for question in found where !question.answer.isEmpty {
            if firstItems(question.answer).contains(where: Asking.asks) { asking += 1 } else { telling += 1 }
        }
        // Most have something below that is no question: those are answers.
        let haveAnswers = telling * 2 > found.count
        for index in found.indices {
            guard !found[index].answer.isEmpty else { continue }
            let items = firstItems(found[index].answer)
            if !haveAnswers || (!items.isEmpty && items.allSatisfy(Asking.asks)) {
                found[index].followUps += items.filter(Asking.asks)
                found[index].answer = ""
                found[index].keyPoints = []
            }
        }
    }

    private static func firstItems(_ answer: String) -> [String] {
        answer.split(separator: "\n").compactMap { line in
            ListMarker(String(line).bytes.trimmed).map { Inline.prompt($0.rest) }
        }
    }

    /// Titles with a question below and no answers at all: "#### Title" and a paragraph that asks.
    private static func readTitles(_ found: inout [FoundQuestion]) {
        let titled = found.count { question in
            !Asking.asks(question.text) && !question.answer.isEmpty && question.answer.utf8.count < 1200
                && (question.answer.bytes.trimmed.last == UInt8(ascii: "?") || Asking.asks(question.answer))
        }
        guard titled * 5 >= found.count * 3, titled >= 3 else { return }
        for index in found.indices where !found[index].answer.isEmpty {
            found[index].extra = found[index].answer
            found[index].answer = ""
            found[index].keyPoints = []
        }
    }
}
