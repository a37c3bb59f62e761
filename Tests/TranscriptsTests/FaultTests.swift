import FoundationEssentials
import GRDB
import Glibc
import Interviews
import Testing

@testable import Transcripts

/// The disk is full, protected, held by somebody else, or fails: nothing that was recorded is lost, nothing
/// that was not is called so, and it goes on by itself when the fault is over.
struct FaultTests {
    /// What packing makes hardly smaller: an answer that takes pages of its own, wherever its row comes to lie.
    private static let long: String = {
        let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
        var chance: UInt64 = 1
        return String(
            (0..<20_000).map { _ in
                chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return letters[Int(chance >> 59)]
            })
    }()
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a file system"))
    func aFullDiskLosesNothingAndIsForgottenWhenThereIsRoomAgain() throws {
        let disk = try SmallDisk(kibibytes: 1024)
        let store = try SQLiteStore(folder: disk.path)
        let kept = try fill(store)

        for append in kept {
            #expect(try store.events(of: append.interview) == append.kept)
        }
        #expect(throws: StoreError.full) { try store.commit([Self.append()]) }

        try disk.resize(kibibytes: 8192)
        let late = Self.append()
        #expect(try store.commit([late]) == [late.expected])
        store.close()
        try expectIntact(folder: disk.path, holding: kept + [late])
    }

    @Test func aFullDatabaseLosesNothingAndIsForgottenWhenItMayGrowAgain() throws {
        let store = try SQLiteStore(folder: folder.path)
        try limitPages(of: store, to: 100)
        let kept = try fill(store)

        try limitPages(of: store, to: 100_000)
        let late = Self.append()
        #expect(try store.commit([late]) == [late.expected])
        store.close()
        try expectIntact(folder: folder.path, holding: kept + [late])
    }

    @Test func aWriterOnAFullDatabaseSaysSoAndGoesOnWhenItMayGrowAgain() throws {
        let store = try SQLiteStore(folder: folder.path)
        try limitPages(of: store, to: 100)
        let kept = try fill(store)
        let collector = Collector<LogWriter.Completed>()
        let writer = LogWriter(store: store, completed: collector.add)

        let late = Self.append()
        writer.submit(late)
        #expect(collector.wait(for: 1).map(\.result) == [.failure(.full)])
        #expect(writer.statistics.fault == .full)

        try limitPages(of: store, to: 100_000)
        writer.submit(late)
        #expect(collector.wait(for: 1).last?.result == .success(late.expected))
        writer.stop()
        #expect(writer.statistics.fault == nil)
        store.close()
        try expectIntact(folder: folder.path, holding: kept + [late])
    }

    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a file system"))
    func aProtectedFolderIsRefused() throws {
        let disk = try SmallDisk(kibibytes: 64)
        try disk.protect()
        #expect(throws: StoreError.notWritable(folder: disk.path)) { try SQLiteStore(folder: disk.path) }
        let inside = disk.path + "/data"
        #expect(throws: StoreError.notWritable(folder: inside)) { try SQLiteStore(folder: inside) }
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func aFolderOfSomebodyElseIsRefused() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
        #expect(throws: StoreError.notWritable(folder: folder.path)) { try SQLiteStore(folder: folder.path) }
        let inside = folder.path + "/data"
        #expect(throws: StoreError.notWritable(folder: inside)) { try SQLiteStore(folder: inside) }
    }

    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a file system"))
    func aDiskWithoutRoomForALogIsRefused() throws {
        let disk = try SmallDisk(kibibytes: 4)
        #expect(throws: StoreError.full) { try SQLiteStore(folder: disk.path) }
    }

    @Test func aDatabaseHeldBySomebodyElseIsUnavailableUntilItIsLetGo() throws {
        let store = try SQLiteStore(folder: folder.path)
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let somebody = try DatabaseQueue(
            path: folder.path + "/greenroom.sqlite", configuration: configuration)
        let append = Self.append()

        try somebody.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
        #expect(throws: StoreError.unavailable(code: "SQLite 5")) { try store.commit([append]) }
        #expect(try store.interviewCount() == 0)

        try somebody.inDatabase { try $0.execute(sql: "ROLLBACK") }
        #expect(try store.commit([append]) == [append.expected])
    }

    @Test func afterAFaultOfTheDiskTheDatabaseIsOpenedAnew() throws {
        let store = try SQLiteStore(folder: folder.path)
        let before = try store.run { $0 }
        fail(store, with: .SQLITE_IOERR_FSYNC)

        let append = Self.append()
        #expect(try store.commit([append]) == [append.expected])
        let after = try store.run { $0 }
        #expect(after !== before)
        #expect(try after.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
        #expect(throws: DatabaseError.self) { try before.read { try $0.execute(sql: "SELECT 1") } }
    }

    @Test func aMissingDatabaseIsNotReplacedByAnEmptyOne() throws {
        let store = try SQLiteStore(folder: folder.path)
        let (file, aside) = (folder.path + "/greenroom.sqlite", folder.path + "/aside")
        let append = Self.append()
        _ = try store.commit([append])
        fail(store, with: .SQLITE_IOERR_FSYNC)
        try FileManager.default.moveItem(atPath: file, toPath: aside)

        #expect(throws: StoreError.unavailable(code: "the database file is gone")) {
            try store.commit([Self.append()])
        }
        #expect(!FileManager.default.fileExists(atPath: file))

        try FileManager.default.moveItem(atPath: aside, toPath: file)
        #expect(try store.events(of: append.interview) == append.kept)
    }

    private static func append() -> Append {
        Append(.fresh, after: 0, .sampleOpening, .answer(long))
    }

    /// Commits until there is no room, and returns what was recorded.
    private func fill(_ store: SQLiteStore) throws -> [Append] {
        var kept: [Append] = []
        while kept.count < 1000 {
            let append = Self.append()
            do throws(StoreError) {
                #expect(try store.commit([append]) == [append.expected])
                kept.append(append)
            } catch {
                #expect(error == .full)
                #expect(kept.count > 5)
                return kept
            }
        }
        Issue.record("the disk was never full")
        return kept
    }

    private func limitPages(of store: SQLiteStore, to count: Int) throws {
        try store.run { pool in
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(count)") }
        }
    }

    private func fail(_ store: SQLiteStore, with code: ResultCode) {
        #expect(throws: StoreError.unavailable(code: "SQLite \(code.rawValue)")) {
            try store.run { _ in throw DatabaseError(resultCode: code) }
        }
    }
}

/// Opens a log that nobody else uses and holds it against what must be in it, and nothing else.
func expectIntact(folder: String, holding appends: [Append]) throws {
    let store = try SQLiteStore(folder: folder)
    defer { store.close() }
    for append in appends {
        #expect(try store.events(of: append.interview) == append.kept)
    }
    #expect(try store.interviewCount() == appends.count)
    let check = try store.run { try $0.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } }
    #expect(check == ["ok"])
}
