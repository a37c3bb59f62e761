import Marking
import QuestionBank

/// Compiled questions, so that marking an answer costs no more than matching it.
struct MatcherCache {
    /// How many are kept; when there are more, all go and the needed ones come back one by one.
    static let capacity = 512

    private var matchers: [Rubric: Matcher] = [:]

    mutating func mark(_ answer: String, to question: Question) -> Mark {
        let rubric = question.rubric
        if let matcher = matchers[rubric] { return matcher.mark(answer) }
        if matchers.count >= Self.capacity { matchers.removeAll() }
        let matcher = Matcher(rubric)
        matchers[rubric] = matcher
        return matcher.mark(answer)
    }
}
