import Foundation
import Marking
import QuestionBank
import Testing

/// Holds the verdicts against a careful reader's, on answers to sixty of the built-in questions as people say them.
///
/// They were written by people who had seen the questions alone, and no phrasing was written after one of them: what is
/// measured is how the bank and the matcher do with words that nobody has foreseen. `confused` answers use the topic's
/// words and get it wrong, `neighbour` answers are right about another topic.
struct SpokenAnswerTests {
    struct Answer: Decodable {
        struct Point: Decodable {
            var id: String
            var misconception: Bool
            /// 2: said clearly, 1: in part, 0: not.
            var said: Int
        }

        var question: String
        var kind: String
        var answer: String
        var points: [Point]
    }

    /// How many of how many.
    struct Share {
        private(set) var part = 0
        private(set) var whole = 0
        var value: Double { Double(part) / Double(max(1, whole)) }

        mutating func add(_ counts: Bool) {
            whole += 1
            if counts { part += 1 }
        }
    }

    static let answers: [Answer] = {
        let path = Fixture.folder("Fixtures/Spoken") + "/answers.jsonl"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(Answer.self, from: Data($0.utf8))
        }
    }()

    @Test func mostIsHeardAsAReaderHearsIt() throws {
        let bank = try Bank.builtIn().bank
        let questions = Dictionary(uniqueKeysWithValues: bank.questions.map { ($0.id, $0) })
        var (said, contradicted, held, falselyHeld) = (Share(), Share(), Share(), Share())
        var unsaid: [String: Share] = [:]
        var coverage: [String: [Double]] = [:]
        for answer in Self.answers {
            let question = try #require(questions[answer.question])
            let mark = Matcher(question.rubric).mark(answer.answer)
            coverage[answer.kind, default: []].append(mark.coverage)
            let verdicts = Dictionary(uniqueKeysWithValues: mark.points.map { ($0.keyPoint, $0.verdict) })
            for point in answer.points {
                let verdict = try #require(verdicts[point.id], "\(answer.question): \(point.id)")
                switch (point.misconception, point.said) {
                case (true, 2): held.add(verdict == .held)
                case (true, 0): falselyHeld.add(verdict == .held)
                case (false, 2):
                    said.add(verdict == .hit)
                    contradicted.add(verdict == .contradicted)
                case (false, 0): unsaid[answer.kind, default: Share()].add(verdict == .hit)
                default: break
                }
            }
        }
        #expect(Self.answers.count == 180)
        #expect(said.value >= 0.85)
        #expect(contradicted.value <= 0.01)
        #expect(try #require(unsaid["confused"]).value <= 0.095)
        #expect(try #require(unsaid["neighbour"]).value <= 0.02)
        #expect(held.value >= 0.8)
        #expect(falselyHeld.value <= 0.02)
        #expect(share(of: coverage["good"] ?? [], above: coverage["confused"] ?? []) >= 0.97)
    }

    /// How often one of the first is above one of the second.
    private func share(of first: [Double], above second: [Double]) -> Double {
        var wins = 0.0
        for one in first {
            for other in second { wins += one > other ? 1 : one == other ? 0.5 : 0 }
        }
        return wins / Double(max(1, first.count * second.count))
    }
}
