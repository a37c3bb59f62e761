import Foundation
package import Interviews
import Logging
import Synchronization
package import Transcripts

/// Deletes what is older than the operator keeps: interviews in which nothing has happened for so long. Looks every
/// hour, on a thread of its own.
package final class Purger: Sendable {
    private let store: any EventStore
    private let keeper: LibraryKeeper
    private let days: Int
    private let isStopped = Atomic(false)

    private static let page = 1000
    /// Deleted in one go, so that others have their turn.
    private static let batch = 16
    private static let interval = 3600

    package init(store: any EventStore, keeper: LibraryKeeper, days: Int) {
        (self.store, self.keeper, self.days) = (store, keeper, days)
    }

    /// - Parameter purged: hears what is gone, on the purger's thread.
    func start(logger: Logger, purged: @escaping @Sendable ([InterviewID]) -> Void) {
        Thread.detachNewThread { [self] in
            while !isStopped.load(ordering: .relaxed) {
                do throws(StoreError) {
                    let gone = try purge(at: .now, purged: purged)
                    if gone > 0 {
                        logger.info(
                            "deleted what is older than it is kept", metadata: ["interviews": "\(gone)"])
                    }
                } catch {
                    logger.warning(
                        "what is older than it is kept is still there", metadata: ["reason": "\(error)"])
                }
                for _ in 0..<Self.interval where !isStopped.load(ordering: .relaxed) {
                    Thread.sleep(forTimeInterval: 1)
                }
            }
        }
    }

    func stop() { isStopped.store(true, ordering: .relaxed) }

    /// - Returns: How many are gone.
    package func purge(at now: Timestamp, purged: ([InterviewID]) -> Void) throws(StoreError) -> Int {
        let limit = now.milliseconds - Int64(days) * 86_400_000
        var (last, old, count): (InterviewID?, [InterviewID], Int) = (nil, [], 0)
        repeat {
            let heads = try store.heads(after: last, limit: Self.page)
            last = heads.last?.interview
            for head in heads where head.opened.milliseconds < limit {
                do throws(StoreError) {
                    // What was opened long ago may have gone on since.
                    let latest = try store.events(of: head.interview, after: head.latest - 1, limit: 1).last
                    if let latest, latest.at.milliseconds < limit { old.append(head.interview) }
                } catch .unreadable {
                    // A server of the version that wrote it knows.
                    continue
                }
            }
        } while last != nil
        while !old.isEmpty, !isStopped.load(ordering: .relaxed) {
            let batch = Array(old.prefix(Self.batch))
            old.removeFirst(batch.count)
            try keeper.erase(batch)
            purged(batch)
            count += batch.count
        }
        return count
    }
}
