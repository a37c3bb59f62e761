import FoundationEssentials
import GRDB
import Glibc

extension SQLiteArchive {
    /// What a copy holds.
    public struct Content: Hashable, Sendable {
        public var interviews: Int
        public var events: Int
    }

    /// Copies the log into a new file that only its owner can read, as it was at one moment, while a server writes
    /// on: the copy is made in one transaction, which no write makes start anew. It is verified, and on the disk,
    /// before it gets its name.
    ///
    /// - Throws: ``StoreError/notWritable(folder:)`` where the file exists or cannot be made,
    ///   ``StoreError/corrupt`` where the copy is not sound, and what the disk has to say.
    public func copy(to path: String) throws(StoreError) -> Content {
        let part = path + ".part"
        guard unsafe access(path, F_OK) != 0 else { throw .notWritable(folder: path) }
        let file = unsafe open(part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .notWritable(folder: path) }
        defer {
            close(file)
            unsafe unlink(part)
        }
        let content: Content
        do {
            // https://www.sqlite.org/lang_vacuum.html: the file may exist if it is empty.
            try database.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [part]) }
            content = try Self.verify(part)
        } catch {
            throw error as? StoreError ?? StoreError(error)
        }
        guard fsync(file) == 0 else { throw .unavailable(code: "fsync of the copy: \(errno)") }
        // Unlike a rename, a link replaces nothing.
        guard unsafe link(part, path) == 0 else { throw .notWritable(folder: path) }
        let folder = unsafe open(URL(filePath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw .unavailable(code: "fsync of the copy's folder: \(errno)") }
        return content
    }

    private static func verify(_ path: String) throws -> Content {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration).read { database in
            guard try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"] else {
                throw StoreError.corrupt
            }
            return Content(
                interviews: try Int.fetchOne(database, sql: "SELECT count(*) FROM interview") ?? 0,
                events: try Int.fetchOne(database, sql: "SELECT count(*) FROM event") ?? 0)
        }
    }
}
