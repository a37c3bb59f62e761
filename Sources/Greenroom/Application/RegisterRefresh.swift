import Synchronization
import Transcripts

/// Reads again whose each browser is when another server has changed it, and once a minute, as news may be lost.
///
/// On the historian's thread, where this server changes it too: what was read before a change is never kept after it.
final class RegisterRefresh: Sendable {
    private let register: BrowserRegister
    private let historian: LogReader
    private let interval: Duration
    private let read: @Sendable () throws(StoreError) -> [Browser]
    /// `nil`: they could not be read, so they are with the next news of any kind.
    private let last = Mutex<ContinuousClock.Instant?>(.now)

    init(
        _ register: BrowserRegister, by historian: LogReader, every interval: Duration = .seconds(60),
        read: @escaping @Sendable () throws(StoreError) -> [Browser]
    ) {
        (self.register, self.historian, self.interval, self.read) = (register, historian, interval, read)
    }

    /// From any thread; does not wait.
    func hear(_ news: News) {
        switch news {
        case .browsers, .unknown: break
        case .look, .advanced, .gone, .whispered: guard isDue else { return }
        }
        last.withLock { $0 = .now }
        historian.perform({ [read, register] _ throws(StoreError) in
            register.replace(try read())
        }) { [weak self] result in
            if case .failure = result { self?.last.withLock { $0 = nil } }
        }
    }

    private var isDue: Bool {
        last.withLock { last in last.map { .now - $0 >= interval } ?? true }
    }
}
