import Interviews
import Marking
public import QuestionBank

extension AskedQuestion {
    /// A question of a bank with an answer that nobody gave, marked as anybody's would be.
    public init(_ question: Question, answeredWith sample: String) {
        let mark = Matcher(question.rubric).mark(sample)
        let attempt = Attempt(
            number: 1, at: Timestamp(milliseconds: 0), text: sample, reply: nil, isLate: false, mark: mark,
            claims: [], rulings: [])
        self.init(
            index: 0, question: question, askedAt: attempt.at,
            result: Report.OfQuestion(of: mark, in: question.rubric), attempts: [attempt], hints: [],
            followUps: [], isSkipped: false, revealedAt: nil, modelAnswer: question.modelAnswer,
            showsMarks: true)
    }
}
