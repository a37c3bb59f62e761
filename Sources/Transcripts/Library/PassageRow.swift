import Interviews
import Marking
import QuestionBank

/// What the full-text index holds of an answer.
struct PassageRow {
    var answer: String
    var prompt: String
    var missed: String
    var signs: String

    /// In Unicode scalars, more than an answer has. SQLite looks for an excerpt in a time that grows with the square of
    /// the text: 15 s in one of 1 MiB, 10 ms in one that is cut off here.
    private static let longest = 40_000

    init(_ row: ShelvedAnswer, opened: Timestamp, visitor: Int?) {
        answer = Self.beginning(of: row.text)
        prompt = Self.beginning(of: row.prompt)
        let open = row.judged.filter { $0.verdict != .hit && $0.verdict != .avoided }
        missed = Self.beginning(of: open.map(\.head).joined(separator: "\n"))
        var signs = visitor.map { [PassageWords.sign(visitor: $0)] } ?? []
        signs.append(PassageWords.sign(period: PassageWords.period(of: opened)))
        signs.append(PassageWords.sign(topic: row.topic.id))
        for verdict in Verdict.allCases where row.judged.contains(where: { $0.verdict == verdict }) {
            signs.append(PassageWords.sign(verdict: verdict))
        }
        signs += open.map {
            PassageWords.sign(missed: PointName(question: row.name, point: $0.point))
        }
        self.signs = signs.joined(separator: " ")
    }

    private static func beginning(of text: String) -> String {
        PassageWords.clean(String(text.unicodeScalars.prefix(longest)))
    }
}
