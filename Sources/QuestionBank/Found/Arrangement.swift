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
            if firstItems(question.answer).contains(where: Asking.asksFurther) {
                asking += 1
            } else {
                telling += 1
            }
        }
        // Most have something below that is no question: those are answers.
        let haveAnswers = telling * 2 > found.count
        for index in found.indices {
            guard !found[index].answer.isEmpty else { continue }
            let items = firstItems(found[index].answer)
            if !haveAnswers || (!items.isEmpty && items.allSatisfy(Asking.asksFurther)) {
                found[index].followUps += items.filter(Asking.asksFurther)
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
        let titled = found.count { !Asking.asks($0.text) && Posing.poses($0.answer) }
        guard titled * 5 >= found.count * 3, titled >= 3 else { return }
        for index in found.indices where !found[index].answer.isEmpty {
            let (first, rest) = found[index].answer.firstParagraph
            found[index].text += ": " + Inline.prompt(first.bytes)
            found[index].extra = rest
            found[index].answer = ""
            found[index].keyPoints = []
        }
    }
}

/// Whether a section below a title asks.
enum Posing {
    /// More than this is an answer, not a question.
    private static let most = 1200

    static func poses(_ text: String) -> Bool {
        let bytes = text.bytes.trimmed
        guard !bytes.isEmpty, bytes.count < most else { return false }
        return bytes.last == UInt8(ascii: "?") || bytes.contains("? ") || bytes.contains("?\n")
            || Asking.asks(text)
    }

    /// Whether the lines do.
    static func poses(_ page: Page, _ from: Int, _ to: Int) -> Bool {
        guard from < to, page.lines[to - 1].end - page.lines[from].start < most else { return false }
        for index in from..<to where page.lines[index].kind != .dropped && page.lines[index].kind != .rule {
            guard page.lines[index].kind != .tableRow else { return false }
        }
        return poses(page.bytes[Int(page.lines[from].start)..<Int(page.lines[to - 1].end)].string)
    }
}

extension String {
    /// The first paragraph on one line, and what follows it.
    fileprivate var firstParagraph: (first: String, rest: String) {
        let bytes = self.bytes.trimmed
        guard let cut = bytes.firstIndex(of: "\n\n") else { return (bytes.string, "") }
        return (bytes[..<cut].string, bytes[cut...].string.trimmingBlankLines)
    }
}
