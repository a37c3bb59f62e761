import Dispatch
import Greenroom
import Synchronization
import TerminalClient
import WebSockets

/// What happens to a conversation, in the order in which it happened: from the keyboard, the connection and the
/// clock, each of which has a thread of its own.
final class Inputs: Sendable {
    enum Input: Sendable {
        case candidate(CandidateSession.Input)
        /// Of the connection with that number; those of earlier ones are over.
        case link(Int, ClientEvent)
        case linkEnded(Int, ClientEnd)
    }

    private let inputs = Mutex<[Input]>([])
    private let available = DispatchSemaphore(value: 0)

    func put(_ input: Input) {
        inputs.withLock { $0.append(input) }
        available.signal()
    }

    /// The next one; nil if none comes before the deadline.
    func next(before deadline: DispatchTime) -> Input? {
        guard available.wait(timeout: deadline) == .success else { return nil }
        return inputs.withLock { $0.removeFirst() }
    }
}
