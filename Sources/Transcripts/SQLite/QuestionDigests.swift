import QuestionBank
import Synchronization

/// Remembers the questions that were kept or read last with their digests: to look one up costs a hundredth of making
/// its digest, or of reading it.
final class QuestionDigests: Sendable {
    /// Only the name is hashed: where it is the same the rest mostly is too, in the same memory, which is compared in
    /// no time.
    private struct Key: Hashable {
        var question: Question

        func hash(into hasher: inout Hasher) {
            hasher.combine(question.id)
        }
    }

    private struct Known {
        var digests: [Key: [UInt8]] = [:]
        var questions: [[UInt8]: Question] = [:]
    }

    private let known = Mutex(Known())
    /// Questions in memory at most; a bank has some hundreds, and those that were kept share the bank's own texts.
    private static let capacity = 1000

    subscript(question: Question) -> [UInt8]? {
        known.withLock { $0.digests[Key(question: question)] }
    }

    subscript(digest: [UInt8]) -> Question? {
        known.withLock { $0.questions[digest] }
    }

    func remember(_ digest: [UInt8], of question: Question) {
        known.withLock { known in
            if known.digests.count >= Self.capacity { known = Known() }
            known.digests[Key(question: question)] = digest
            known.questions[digest] = question
        }
    }
}
