import Interviews
import Marking
import QuestionBank

/// Finds questions of a bank by their words.
struct QuestionFinder {
    /// Of the bank that it knows.
    let hash: String
    private let entries: [(question: Question, text: String)]

    init(_ bank: Bank) {
        hash = bank.hash
        let titles = Dictionary(
            bank.topics.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        entries = bank.askable.map { question in
            let texts =
                [question.prompt, titles[question.topic] ?? ""] + question.keyPoints.map(\.head)
                + question.tags
            return (question, texts.joined(separator: "\n").lowercased())
        }
    }

    /// Those in which all the words are, in the order of the bank.
    func questions(with words: String, topic: String?, but known: Set<String>) -> [Question] {
        let words = words.lowercased().split(whereSeparator: \.isWhitespace)
        return entries.filter { entry in
            (topic == nil || entry.question.topic == topic) && !known.contains(entry.question.id)
                && words.allSatisfy { entry.text.utf8.firstRange(of: $0.utf8) != nil }
        }.map(\.question)
    }
}
