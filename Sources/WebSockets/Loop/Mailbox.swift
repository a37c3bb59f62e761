import Synchronization

/// The door into a loop for other threads: what is posted is delivered to the handler in order, one wake-up a
/// burst.
public final class Mailbox<Message: Sendable>: Sendable {
    private enum Queue {
        case open([Message])
        case closed
    }

    private let queue = Mutex<Queue>(.open([]))
    private let waker: Waker

    init(waker: Waker) { self.waker = waker }

    /// Any thread. False when the loop is over: the message is dropped.
    @discardableResult
    public func post(_ message: Message) -> Bool {
        let (isOpen, wasEmpty) = queue.withLock { queue in
            guard case .open(var messages) = queue else { return (false, false) }
            queue = .closed  // so that the array is not shared while it grows
            let wasEmpty = messages.isEmpty
            messages.append(message)
            queue = .open(messages)
            return (true, wasEmpty)
        }
        if wasEmpty { waker.wake() }
        return isOpen
    }

    func takeAll() -> [Message] {
        queue.withLock { queue in
            guard case .open(let messages) = queue, !messages.isEmpty else { return [] }
            queue = .open([])
            return messages
        }
    }

    func close() { queue.withLock { $0 = .closed } }
}
