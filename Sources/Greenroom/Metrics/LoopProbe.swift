import Foundation
import Synchronization
import WebSockets

/// Posts a message to the loop every second, whose way through tells how long everybody waits at that moment.
final class LoopProbe: Sendable {
    static let interval = 1.0

    private let mailbox: Mailbox<InterviewLoop.Message>
    private let isStopped = Atomic(false)

    init(mailbox: Mailbox<InterviewLoop.Message>) {
        self.mailbox = mailbox
    }

    /// On a thread of its own, until ``stop()`` or the end of the loop.
    func start() {
        Thread.detachNewThread { [self] in
            while !isStopped.load(ordering: .relaxed), mailbox.post(.probed(ContinuousClock.now)) {
                Thread.sleep(forTimeInterval: Self.interval)
            }
        }
    }

    func stop() { isStopped.store(true, ordering: .relaxed) }
}
