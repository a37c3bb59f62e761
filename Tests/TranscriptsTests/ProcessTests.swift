import Glibc
import Interviews
import Testing

@testable import Transcripts

/// What only shows with a process of its own: one process too many, or a disk that fails under it.
struct ProcessTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func aSecondProcessIsRefusedUntilTheFirstIsDone() async throws {
        let store = try SQLiteStore(folder: folder.path)
        await #expect(processExitsWith: .success) { [path = folder.path as String] in
            #expect(throws: StoreError.inUse(folder: path)) { try SQLiteStore(folder: path) }
        }
        store.close()
        await #expect(processExitsWith: .success) { [path = folder.path as String] in
            #expect(throws: Never.self) { try SQLiteStore(folder: path) }
        }
    }

    @Test func aDiskThatRefusesToWriteIsGotOver() async throws {
        await #expect(processExitsWith: .success) { [path = folder.path as String] in
            try getOverFailingDisk(folder: path)
        }
    }
}

private func getOverFailingDisk(folder: String) throws {
    let store = try SQLiteStore(folder: folder)
    let first = Append(.fresh, after: 0, .sampleOpening)
    let second = Append(.fresh, after: 0, .sampleOpening)
    #expect(try store.commit([first]) == [first.expected])

    // No file of this process may grow any more: EFBIG, which SQLite reports as SQLITE_IOERR_WRITE, 778.
    signal(SIGXFSZ, SIG_IGN)
    limitFileSize(to: 1)
    for _ in 0..<3 {
        let error = #expect(throws: StoreError.self) { try store.commit([second]) }
        guard case .unavailable = error else {
            Issue.record("not for this reason: \(String(describing: error))")
            continue
        }
    }

    limitFileSize(to: rlim_t.max)
    #expect(try store.commit([second]) == [second.expected])
    store.close()
    try expectIntact(folder: folder, holding: [first, second])
}

private func limitFileSize(to bytes: rlim_t) {
    var limit = rlimit(rlim_cur: bytes, rlim_max: rlim_t.max)
    #expect(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
}
