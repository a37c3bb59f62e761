import Marking
import QuestionBank
import Synchronization

/// Compiled questions for those who make pages, several at a time.
final class Matchers: Sendable {
    private let cache = Mutex(MatcherCache())

    func matcher(for question: Question) -> Matcher {
        cache.withLock { $0.matcher(for: question) }
    }
}
