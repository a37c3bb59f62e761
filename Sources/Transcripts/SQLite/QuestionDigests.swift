import QuestionBank
import Synchronization

/// Remembers the digests of the questions that were kept last: to look one up costs a hundredth of making it.
final class QuestionDigests: Sendable {
    private let known = Mutex<[Question: [UInt8]]>([:])
    /// Questions in memory at most; a bank has some hundreds, and they share the bank's own texts.
    private static let capacity = 4000

    subscript(question: Question) -> [UInt8]? {
        known.withLock { $0[question] }
    }

    func remember(_ digest: [UInt8], of question: Question) {
        known.withLock { known in
            if known.count >= Self.capacity { known.removeAll() }
            known[question] = digest
        }
    }
}
