import Foundation
import Synchronization

/// Notices when an author has edited the bank. Looks at names, sizes and times of the files every two seconds,
/// which works on every file system, and waits until an edit is over: until two looks see the same.
final class BankWatcher: Sendable {
    static let interval = 2.0

    private struct FileState: Hashable {
        var path: String
        var size: Int64
        var modified: Date
    }

    private let paths: [String]
    private let isStopped = Mutex(false)

    init(paths: [String]) {
        self.paths = paths
    }

    /// Looks on a thread of its own until ``stop()``.
    func start(changed: @escaping @Sendable () -> Void) {
        Thread.detachNewThread { [self] in
            var served = look()
            var last = served
            while !isStopped.withLock({ $0 }) {
                Thread.sleep(forTimeInterval: Self.interval)
                let now = look()
                if now == last && now != served {
                    served = now
                    changed()
                }
                last = now
            }
        }
    }

    func stop() {
        isStopped.withLock { $0 = true }
    }

    private func look() -> Set<FileState> {
        let manager = FileManager.default
        var states: Set<FileState> = []
        for path in paths {
            let below = manager.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            for file in [path] + below.map({ path + "/" + $0 }) {
                guard let attributes = try? manager.attributesOfItem(atPath: file),
                    attributes[.type] as? FileAttributeType == .typeRegular
                else { continue }
                states.insert(
                    FileState(
                        path: file, size: (attributes[.size] as? NSNumber)?.int64Value ?? 0,
                        modified: attributes[.modificationDate] as? Date ?? .distantPast))
            }
        }
        return states
    }
}
