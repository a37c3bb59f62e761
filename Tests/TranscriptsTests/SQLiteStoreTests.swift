import FoundationEssentials
import GRDB
import Glibc
import Interviews
import Testing

@testable import Transcripts

/// Opening, closing and opening again.
struct SQLiteStoreTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func everythingIsThereAfterReopening() throws {
        let appends = (0..<50).map { Append(.fresh, after: 0, .sampleOpening, .answer("answer \($0)")) }
        let first = try SQLiteStore(folder: folder.path)
        #expect(try first.commit(appends) == appends.map(\.expected))
        first.close()

        let second = try SQLiteStore(folder: folder.path)
        for append in appends {
            #expect(try second.events(of: append.interview) == append.kept)
        }
        #expect(try second.interviewCount() == 50)
    }

    @Test func onlyTheOwnerCanReadTheFiles() throws {
        let data = folder.path + "/new/data"
        let store = try SQLiteStore(folder: data)
        defer { store.close() }
        _ = try store.commit([Append(.fresh, after: 0, .sampleOpening)])

        let files = try FileManager.default.contentsOfDirectory(atPath: data).sorted()
        #expect(
            files == ["greenroom.sqlite", "greenroom.sqlite-shm", "greenroom.sqlite-wal", "lock"])
        for file in files {
            #expect(try permissions(data + "/" + file) == 0o600, "\(file)")
        }
        #expect(try permissions(data) == 0o700)
    }

    @Test func aCommitIsDurableWhenItReturns() throws {
        let store = try SQLiteStore(folder: folder.path)
        let synchronous = try store.run { pool in
            try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
        }
        #expect(synchronous == 2)
    }

    @Test(arguments: [
        ("synchronous = NORMAL", "synchronous=2"), ("synchronous = OFF", "synchronous=2"),
        ("foreign_keys = OFF", "foreign_keys=1"), ("secure_delete = FAST", "secure_delete=1"),
        ("journal_mode = DELETE", "journal_mode=WAL"), ("journal_mode = MEMORY", "journal_mode=WAL"),
    ])
    func aSettingThatWasNotTakenIsNoticed(pragma: String, setting: String) throws {
        let queue = try DatabaseQueue(path: folder.path + "/other.sqlite")
        try queue.inDatabase { database in
            try database.execute(
                sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
            try SQLiteStore.verifyDurability(database)
        }
        try queue.inDatabase { database in
            try database.execute(sql: "PRAGMA " + pragma)
            #expect(throws: StoreError.notDurable(setting: setting)) {
                try SQLiteStore.verifyDurability(database)
            }
        }
    }

    @Test func aSecondStoreIsRefusedUntilTheFirstIsClosed() throws {
        let first = try SQLiteStore(folder: folder.path)
        #expect(throws: StoreError.inUse(folder: folder.path)) { try SQLiteStore(folder: folder.path) }
        first.close()
        #expect(try SQLiteStore(folder: folder.path).interviewCount() == 0)
    }

    @Test func aLogOfANewerVersionIsRefusedAndLeftAlone() throws {
        let store = try SQLiteStore(folder: folder.path)
        _ = try store.commit([Append(.fresh, after: 0, .sampleOpening)])
        try store.run { pool in
            try pool.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 rooms on Mars')") }
        }
        store.close()
        #expect(throws: StoreError.newerSchema) { try SQLiteStore(folder: folder.path) }

        let queue = try DatabaseQueue(path: folder.path + "/greenroom.sqlite")
        #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM event") } == 1)
    }

    @Test func aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws {
        let file = folder.path + "/greenroom.sqlite"
        let content = Data(repeating: 0x2e, count: 8192)
        try content.write(to: URL(filePath: file))

        #expect(throws: StoreError.corrupt) { try SQLiteStore(folder: folder.path) }
        #expect(try Data(contentsOf: URL(filePath: file)) == content)
    }

    @Test func aFileInPlaceOfTheFolderIsRefused() throws {
        let file = folder.path + "/data"
        try Data().write(to: URL(filePath: file))
        #expect(throws: StoreError.notWritable(folder: file)) { try SQLiteStore(folder: file) }
    }

    @Test func aClosedStoreSaysSo() throws {
        let store = try SQLiteStore(folder: folder.path)
        store.close()
        store.close()
        #expect(throws: StoreError.stopped) { try store.commit([Append(.fresh, after: 0, .sampleOpening)]) }
        #expect(throws: StoreError.stopped) { try store.events(of: .fresh) }
    }

    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}
