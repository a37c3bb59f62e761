import Glibc

/// A folder's files, read once, compressed once, and served from memory: what is not in the map does not
/// exist, so no path can lead out of the folder.
public struct StaticFiles: Sendable {
    private let files: [String: StaticFile]

    /// Reads all regular files; symbolic links and names that start with a dot are left out.
    public init(folder: String) throws(StaticFilesError) {
        var files: [String: StaticFile] = [:]
        try Self.read(folder, as: "", into: &files)
        self.files = files
    }

    /// Files from elsewhere, by their path: `"/app.js"`.
    public init(_ contents: [String: [UInt8]]) {
        files = Dictionary(
            uniqueKeysWithValues: contents.map { ($0.key, StaticFile(path: $0.key, bytes: $0.value)) })
    }

    public var paths: [String] { files.keys.sorted() }

    /// The answer to a request for one of the files; nil if there is none of that name.
    func answer(to head: RequestHead) -> HTTPResponse? {
        let path = head.path.hasSuffix("/") ? head.path + "index.html" : head.path
        return files[path]?.answer(ifNoneMatch: head.ifNoneMatch, acceptEncoding: head.acceptEncoding)
    }

    private static func read(
        _ folder: String, as prefix: String, into files: inout [String: StaticFile]
    ) throws(StaticFilesError) {
        guard let directory = unsafe opendir(folder) else { throw .unreadable(folder) }
        defer { unsafe closedir(directory) }
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                unsafe String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
            }
            guard !name.hasPrefix(".") else { continue }
            let path = "\(folder)/\(name)"
            var status = stat()
            guard unsafe lstat(path, &status) == 0 else { throw .unreadable(path) }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: try read(path, as: "\(prefix)/\(name)", into: &files)
            case S_IFREG:
                files["\(prefix)/\(name)"] = StaticFile(path: name, bytes: try contents(of: path))
            default: break
            }
        }
    }

    private static func contents(of path: String) throws(StaticFilesError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(path) }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }
}

public enum StaticFilesError: Error, Equatable, CustomStringConvertible {
    case unreadable(String)

    public var description: String {
        switch self {
        case .unreadable(let path): "cannot read \(path)"
        }
    }
}
