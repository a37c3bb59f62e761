import Foundation
import Logging
import Synchronization
import Transcripts

/// Looks every second whether the log is still there and can be written, so that a deleted file is noticed although
/// nobody answers, and a mended fault although nobody is sent here any more.
final class StoreWatch: Sendable {
    private let store: any LogStore
    private let health: Health
    private let logger: Logger
    private let isStopped = Atomic(false)

    init(store: any LogStore, health: Health, logger: Logger) {
        self.store = store
        self.health = health
        self.logger = logger
    }

    /// Looks on a thread of its own until ``stop()``.
    func start() {
        Thread.detachNewThread { self.run() }
    }

    func stop() {
        isStopped.store(true, ordering: .relaxed)
    }

    private func run() {
        var known: StoreError?
        while !isStopped.load(ordering: .relaxed) {
            let isFaulty = health.isLogFaulty
            var found: StoreError?
            do throws(StoreError) {
                try store.check(writing: isFaulty)
            } catch {
                found = error
            }
            guard !isStopped.load(ordering: .relaxed) else { break }
            if isFaulty || found != nil { health.note(found) }
            if found != known {
                if let found {
                    logger.error("the log cannot be written", metadata: ["reason": "\(found)"])
                } else {
                    logger.notice("the log can be written again")
                }
            }
            known = found
            Thread.sleep(forTimeInterval: 1)
        }
    }
}
