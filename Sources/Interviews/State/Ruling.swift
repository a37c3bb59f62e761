public import Marking
public import QuestionBank

/// A ruling that stands: these words do say this point.
public struct Ruling: Hashable, Sendable {
    public var question: Question
    public var keyPoint: KeyPoint
    /// As the candidate marked them in the answer, white space made single; empty where nothing was marked.
    public var words: [String]

    public init(question: Question, keyPoint: KeyPoint, words: [String]) {
        self.question = question
        self.keyPoint = keyPoint
        self.words = words
    }

    /// The rulings in an interview's events that were not withdrawn, in the order in which they were made.
    /// Misconceptions are left out: that something was not said needs no phrasing.
    public static func standing(in events: [RecordedEvent]) -> [Ruling] {
        guard let first = events.first else { return [] }
        var interview = Interview(id: first.interview)
        var answers: [Key: Event.Answered] = [:]
        var order: [Key] = []
        var standing: [Key: Event.Disputed] = [:]
        for recorded in events {
            guard interview.apply(recorded).counts else { continue }
            switch recorded.event {
            case .answered(let answered):
                answers[Key(answered.seat, answered.question, answered.attempt)] = answered
            case .disputed(let disputed) where interview.rules == nil:
                let answered = answers[Key(disputed.seat, disputed.question, disputed.attempt)]
                // What was found and is not in a story is no phrasing of it.
                if answered?.mark.verdict(on: disputed.point) == .hit { continue }
                let key = Key(disputed.seat, disputed.question, disputed.attempt, disputed.point)
                order.removeAll { $0 == key }
                standing[key] = disputed.isWithdrawn ? nil : disputed
                if !disputed.isWithdrawn { order.append(key) }
            // Of a ruling for everybody the words are told once.
            case .ruled(let ruled) where ruled.isAlso != true:
                let key = Key(ruled.seat, ruled.question, ruled.attempt, ruled.point)
                order.removeAll { $0 == key }
                let stands = ruled.isSaid && !ruled.isWithdrawn
                standing[key] =
                    stands
                    ? Event.Disputed(
                        seat: ruled.seat, ref: ruled.ref, question: ruled.question, attempt: ruled.attempt,
                        point: ruled.point, ranges: ruled.ranges, isWithdrawn: false) : nil
                if stands { order.append(key) }
            default: break
            }
        }
        return order.compactMap { standing[$0] }.compactMap { disputed in
            guard interview.questions.indices.contains(disputed.question) else { return nil }
            let question = interview.questions[disputed.question]
            guard let point = question.keyPoints.first(where: { $0.id == disputed.point }),
                !point.isMisconception
            else { return nil }
            let answer = answers[Key(disputed.seat, disputed.question, disputed.attempt)]?.text ?? ""
            return Ruling(
                question: question, keyPoint: point,
                words: disputed.ranges.compactMap { answer.words(at: $0) })
        }
    }

    private struct Key: Hashable {
        var seat: SeatID
        var question: Int
        var attempt: Int
        var point: String?

        init(_ seat: SeatID, _ question: Int, _ attempt: Int, _ point: String? = nil) {
            (self.seat, self.question, self.attempt, self.point) = (seat, question, attempt, point)
        }
    }
}
