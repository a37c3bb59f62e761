import FoundationEssentials
import Glibc

/// The folder that holds the log, and the lock that keeps a second process out of it.
///
/// Nobody but the owner can enter a folder made here or read the files: transcripts are private.
final class DataFolder: Sendable {
    /// The database file. It exists, though perhaps still empty.
    let database: String
    private let lock: CInt

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
            Glibc.close(try Self.create(database, in: path))
            try Self.sync(path)
        } catch {
            Glibc.close(lock)
            throw error
        }
    }

    deinit {
        // A child process that is just being started may have the file open too.
        flock(lock, LOCK_UN)
        Glibc.close(lock)
    }

    /// The database is still where it was. SQLite would start a new one in its place without a word.
    var hasDatabase: Bool {
        unsafe access(database, F_OK) == 0
    }

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
