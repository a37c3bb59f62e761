import Interviews
import Scheduling

@testable import Transcripts

/// The stores that must pass one and the same suite.
enum StoreUnderTest: CaseIterable, Sendable {
    case memory, sqlite, postgreSQL

    /// Those that can be had here: without PostgreSQL's programs there is no server.
    static let allCases: [StoreUnderTest] =
        [.memory, .sqlite] + (PostgreSQLCluster.isInstalled ? [.postgreSQL] : [])

    /// An empty store for all that is kept.
    func store(in folder: TemporaryFolder) throws -> any EventStore & ShareStore & BrowserStore & NoteStore {
        switch self {
        case .memory: MemoryStore()
        case .sqlite: try SQLiteStore(folder: folder.path)
        case .postgreSQL: try PostgreSQLStore(url: try PostgreSQLCluster.shared.freshSchema())
        }
    }

    /// An empty store, gone with the test.
    func open() throws -> some EventStore {
        switch self {
        case .memory:
            return TemporaryStore(store: MemoryStore(), folder: nil)
        case .sqlite:
            let folder = try TemporaryFolder()
            return TemporaryStore(store: try SQLiteStore(folder: folder.path), folder: folder)
        case .postgreSQL:
            let url = try PostgreSQLCluster.shared.freshSchema()
            return TemporaryStore(store: try PostgreSQLStore(url: url), folder: nil)
        }
    }
}

/// A store together with its folder, which lives as long as it: a class, so that the last call on it still finds
/// the folder.
private final class TemporaryStore: EventStore {
    private let store: any EventStore
    private let folder: TemporaryFolder?

    init(store: any EventStore, folder: TemporaryFolder?) {
        self.store = store
        self.folder = folder
    }

    func commit(_ appends: [Append]) throws(StoreError) -> [Appended] {
        try store.commit(appends)
    }

    func events(
        of interview: InterviewID, lanes: Lanes, after seq: Int, limit: Int
    ) throws(StoreError) -> [RecordedEvent] {
        try store.events(of: interview, lanes: lanes, after: seq, limit: limit)
    }

    func interview(with code: RoomCode) throws(StoreError) -> InterviewID? { try store.interview(with: code) }

    func latest(of interview: InterviewID) throws(StoreError) -> Int {
        try store.latest(of: interview)
    }

    func interviewCount() throws(StoreError) -> Int {
        try store.interviewCount()
    }

    func interviews(of visitor: String) throws(StoreError) -> [InterviewID] {
        try store.interviews(of: visitor)
    }

    func heads(after interview: InterviewID?, limit: Int) throws(StoreError) -> [LogHead] {
        try store.heads(after: interview, limit: limit)
    }

    func reviews(of visitor: String, latest count: Int) throws(StoreError) -> [Review] {
        try store.reviews(of: visitor, latest: count)
    }

    func hasSeat(_ holder: SeatHolder, in interview: InterviewID) throws(StoreError) -> Bool {
        try store.hasSeat(holder, in: interview)
    }

    func forget(_ visitor: String) throws(StoreError) { try store.forget(visitor) }

    func erase(_ interview: InterviewID) throws(StoreError) -> Bool { try store.erase(interview) }

    func erase(
        _ seat: SeatID, of interview: InterviewID, at now: Timestamp
    ) throws(StoreError) -> RecordedEvent? { try store.erase(seat, of: interview, at: now) }
}
