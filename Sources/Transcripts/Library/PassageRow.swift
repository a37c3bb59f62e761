import Interviews
import Marking
import QuestionBank

/// What the full-text index holds of an answer.
struct PassageRow {
    var answer: String
    var prompt: String
    var missed: String
    var signs: String

    init(_ row: ShelvedAnswer, opened: Timestamp, visitor: Int?) {
        answer = PassageWords.clean(row.text)
        prompt = PassageWords.clean(row.prompt)
        let open = row.judged.filter { $0.verdict != .hit && $0.verdict != .avoided }
        missed = open.map { PassageWords.clean($0.head) }.joined(separator: "\n")
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
}
