import FoundationEssentials
import Glibc

/// The folder that holds the log, and the lock that keeps a second process out of it.
///
/// Nobody but the owner can enter a folder made here or read the files: transcripts are private.
final class DataFolder: Sendable {
    /// The database file. It exists, though perhaps still empty.
    let database: String
    private let lock: CInt
    /// Open for as long as the folder is used, so that no other file can get the database's number. Closed last:
    /// closing any descriptor of a file lets go of the locks that SQLite holds on it, fcntl(2).
    private let file: CInt
    private let identity: FileIdentity

    /// Creates what is missing and locks the folder for as long as this object lives.
    init(path: String) throws(StoreError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .notWritable(folder: path)
        }
        database = path + "/greenroom.sqlite"
        lock = try Self.create(path + "/lock", in: path)
        // Belongs to the open file, so it ends with the process however that ends: flock(2).
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            Glibc.close(lock)
            throw .inUse(folder: path)
        }
        do {
            file = try Self.create(database, in: path)
        } catch {
            Glibc.close(lock)
            throw error
        }
        guard let identity = FileIdentity(descriptor: file) else {
            Glibc.close(file)
            Glibc.close(lock)
            throw .notWritable(folder: path)
        }
        self.identity = identity
        try Self.sync(path)
    }

    deinit {
        Glibc.close(file)
        // A child process that is just being started may have the file open too.
        flock(lock, LOCK_UN)
        Glibc.close(lock)
    }

    /// Whether the database is still where it was. SQLite writes on into a file that was deleted, and would start
    /// a new one in its place, without a word.
    ///
    /// - Throws: ``StoreError/unavailable(code:)`` where it is not.
    func verifyPlace() throws(StoreError) {
        guard let found = FileIdentity(path: database) else {
            throw .unavailable(code: "the database file is gone")
        }
        guard found == identity else {
            throw .unavailable(code: "the database file was replaced; start the server anew")
        }
    }

    /// The write-ahead log that is there now.
    var log: FileIdentity? { FileIdentity(path: database + "-wal") }

    /// Opens a file for its owner alone. SQLite gives the files beside its database the same permissions.
    private static func create(_ path: String, in folder: String) throws(StoreError) -> CInt {
        let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            throw errno == ENOSPC ? .full : .notWritable(folder: folder)
        }
        guard fchmod(file, 0o600) == 0 else {
            Glibc.close(file)
            throw .notWritable(folder: folder)
        }
        return file
    }

    /// Makes the names of new files survive a power cut: fsync(2) of the folder itself.
    private static func sync(_ path: String) throws(StoreError) {
        let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .notWritable(folder: path) }
        defer { Glibc.close(folder) }
        guard fsync(folder) == 0 else { throw .unavailable(code: "fsync of the data folder: \(errno)") }
    }
}
