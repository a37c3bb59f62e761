import Marking
import QuestionBank

/// A follow-up question about a point that an answer missed: the author's own, or one that gives nothing away.
struct FollowUp {
    let text: String

    /// - Parameters:
    ///   - answer: everything that was said so far.
    ///   - number: how many follow-up questions there were before.
    init(about point: KeyPoint, of question: Question, after answer: String, number: Int) {
        let words = CoachWords(question.language)
        if let probe = point.probe {
            text = probe
        } else if let part = Self.untouchedPart(of: question.prompt, by: answer, sparing: point) {
            text = words.untouched.before + part + words.untouched.after
        } else {
            // It cannot know whether a point's name is a noun or the whole statement, so it never names it.
            text = words.beyond[min(number, words.beyond.count - 1)]
        }
    }

    /// The last part of a question with several ("How …, and when …?") that the answer has no word of, unless it
    /// holds more than half of what the point says.
    private static func untouchedPart(
        of prompt: String, by answer: String, sparing point: KeyPoint
    ) -> String? {
        let parts = QuestionParts.of(prompt)
        guard parts.count > 1 else { return nil }
        let said = Set(ContentWord.words(of: answer).map(\.stem))
        let stems = parts.map { Set(ContentWord.words(of: $0).map(\.stem)) }
        let statement = Set(ContentWord.words(of: point.head + ". " + point.gist).map(\.stem))
        return parts.indices.reversed().first { index in
            let others = stems.indices.filter { $0 != index }.reduce(into: Set()) { $0.formUnion(stems[$1]) }
            let own = stems[index].subtracting(others)
            return !own.isEmpty && own.isDisjoint(with: said)
                && stems[index].intersection(statement).count * 2 <= statement.count
        }.map { parts[$0] }
    }
}
