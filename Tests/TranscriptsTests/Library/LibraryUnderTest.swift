import Interviews
import Testing

@testable import Transcripts

/// A log with its library, gone with the test.
final class LibraryUnderTest {
    let store: any EventStore
    let library: any Library
    let keeper: LibraryKeeper
    private let folder: TemporaryFolder?

    /// What keeps a library.
    enum Kind: CaseIterable {
        case sqlite, postgreSQL

        static let allCases: [Kind] = [.sqlite] + (PostgreSQLCluster.isInstalled ? [.postgreSQL] : [])
    }

    convenience init(_ kind: Kind) throws {
        switch kind {
        case .sqlite: self.init(MemoryStore(), try SQLiteLibrary())
        case .postgreSQL:
            let store = try PostgreSQLStore(url: try PostgreSQLCluster.shared.freshSchema())
            self.init(store, try PostgreSQLLibrary(store))
        }
    }

    convenience init(in folder: TemporaryFolder) throws {
        self.init(
            try SQLiteStore(folder: folder.path), try SQLiteLibrary(folder: folder.path), folder: folder)
    }

    init(_ store: any EventStore, _ library: any Library, folder: TemporaryFolder? = nil) {
        (self.store, self.library, self.folder) = (store, library, folder)
        keeper = LibraryKeeper(store: store, library: library)
    }

    /// Writes a log as if a visitor had just gone through it, and takes it in.
    @discardableResult
    func add(
        _ log: GoldenLog, visitor: String?, at milliseconds: Int64, upTo count: Int = .max
    ) throws -> InterviewID {
        let id = try write(log, visitor: visitor, at: milliseconds, upTo: count).interview
        try keeper.takeIn([id])
        return id
    }

    /// Only writes it.
    func write(
        _ log: GoldenLog, visitor: String?, at milliseconds: Int64 = 5, upTo count: Int = .max
    ) throws -> LogWriter.Completed {
        var events = log.lines.prefix(count).map(\.recorded.event)
        if case .opened(var opened) = events[0] {
            opened.visitor = visitor
            events[0] = .opened(opened)
        }
        let append = Append(
            interview: .fresh, place: .opening, events: events, at: Timestamp(milliseconds: milliseconds))
        return append.completed(.success(try store.commit([append])[0]))
    }

    func goOn(_ id: InterviewID, _ log: GoldenLog, from count: Int) throws {
        let events = log.lines.dropFirst(count).map(\.recorded.event)
        _ = try store.commit([
            Append(interview: id, place: .next, events: events, at: Timestamp(milliseconds: 9999))
        ])
        try keeper.takeIn([id])
    }
}
