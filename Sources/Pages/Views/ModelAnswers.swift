import Marking
import QuestionBank
import Synchronization
import Transcripts

/// Where model answers say their own key points. Found once for each question: it takes a millisecond or two.
final class ModelAnswers: Sendable {
    private struct Key: Hashable {
        var answer: String
        var points: [KeyPoint]
    }

    private let matchers: Matchers
    private let known = Mutex<[Key: [Highlight.Span]]>([:])
    /// Answers in memory at most.
    private static let capacity = 1000

    init(_ matchers: Matchers) { self.matchers = matchers }

    func evidence(in answer: String, of question: Question) -> [Highlight.Span] {
        guard question.isMarkable else { return [] }
        let key = Key(answer: answer, points: question.keyPoints)
        if let known = known.withLock({ $0[key] }) { return known }
        let spans = matchers.matcher(for: question).mark(answer).points
            .filter { $0.verdict == .hit || $0.verdict == .partial }
            .flatMap { point in
                point.evidence.map { Highlight.Span(start: $0.start, end: $0.end, point: point.keyPoint) }
            }
        known.withLock { known in
            if known.count >= Self.capacity { known.removeAll() }
            known[key] = spans
        }
        return spans
    }
}
