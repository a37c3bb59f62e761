import FoundationEssentials
import Glibc

/// A file system of its own in memory, that can really be full or read-only. Only root can have one.
final class SmallDisk: Sendable {
    /// Whether this process may mount file systems.
    static let isPossible = (try? SmallDisk(kibibytes: 64)) != nil

    private let folder: TemporaryFolder
    var path: String { folder.path }

    init(kibibytes: Int) throws {
        folder = try TemporaryFolder()
        try mount(kibibytes: kibibytes, flags: 0)
    }

    deinit {
        _ = unsafe umount2(path, CInt(MNT_DETACH))
    }

    /// Gives the disk another size.
    func resize(kibibytes: Int) throws {
        try mount(kibibytes: kibibytes, flags: UInt(MS_REMOUNT))
    }

    /// Lets nobody write, not even root.
    func protect() throws {
        try mount(kibibytes: 64, flags: UInt(MS_REMOUNT | MS_RDONLY))
    }

    private func mount(kibibytes: Int, flags: UInt) throws {
        let result = unsafe "size=\(kibibytes)k".withCString { size in
            unsafe Glibc.mount("tmpfs", path, "tmpfs", flags, size)
        }
        guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EPERM) }
    }
}
