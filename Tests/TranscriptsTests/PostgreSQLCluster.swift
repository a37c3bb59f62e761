import Foundation
import Synchronization

@testable import Transcripts

/// A PostgreSQL server for the tests of one process, in a temporary folder of its own and reached by a socket there.
/// It ends with the process, however that ends: a shell waits for the end of its input.
final class PostgreSQLCluster: Sendable {
    /// Debian keeps the programs of each version apart.
    private static let programs: String? = {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return versions.compactMap { Int($0) }.sorted().map { "\(root)/\($0)/bin" }
            .last { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
    }()

    static var isInstalled: Bool { programs != nil }

    private static let started = Mutex<PostgreSQLCluster?>(nil)

    /// The one of this process, started when it is asked for first.
    static var shared: PostgreSQLCluster {
        get throws {
            try started.withLock { cluster in
                if let cluster { return cluster }
                let fresh = try PostgreSQLCluster()
                cluster = fresh
                return fresh
            }
        }
    }

    struct NoServer: Error {
        var said: String
    }

    private let folder: String
    private let shell: Mutex<(input: FileHandle, output: FileHandle)>
    private let schemas = Atomic(0)

    /// - Parameter settings: of `postgres`, beside those that it is made with.
    init(settings: String = "") throws {
        // The path of a socket has 107 bytes at most.
        folder = "/tmp/greenroom-\(UUID().uuidString.prefix(8))"
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", Self.script, "sh", folder, Self.programs ?? "", settings]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle(forWritingAtPath: "/dev/null")
        try process.run()
        shell = Mutex((input.fileHandleForWriting, output.fileHandleForReading))
        try wait(for: "ready")
    }

    /// The address of an empty schema.
    func freshSchema() throws -> String {
        let name = "test\(schemas.add(1, ordering: .relaxed).newValue)"
        let connection = try PostgreSQLConnection(try PostgreSQLAddress(url: url))
        try connection.run("CREATE SCHEMA \(name)")
        return url + "&options=-csearch_path%3D\(name)"
    }

    /// Ends the server as a power cut would, and starts it again.
    func restartAtOnce() throws {
        try shell.withLock { try $0.input.write(contentsOf: Data("restart\n".utf8)) }
        try wait(for: "restarted")
    }

    /// Ends the server at once, until ``restartAtOnce()``.
    func stop() throws {
        try shell.withLock { try $0.input.write(contentsOf: Data("stop\n".utf8)) }
        try wait(for: "stopped")
    }

    private var url: String { "postgresql:///postgres?host=\(folder)&user=greenroom" }

    /// The address of the same schema by another way.
    func address(_ url: String, by line: CuttingLine) -> String {
        url.replacing("host=\(folder)", with: "host=\(line.folder)")
    }

    /// Where it listens.
    var socket: String { folder + "/.s.PGSQL.5432" }

    private func wait(for word: String) throws {
        let said = shell.withLock { shell in
            var line = ""
            while !line.hasSuffix("\n") {
                let more = shell.output.readData(ofLength: 1)
                if more.isEmpty { break }
                line += String(decoding: more, as: UTF8.self)
            }
            return line
        }
        guard said == word + "\n" else { throw NoServer(said: said) }
    }

    /// postgres refuses to run as root.
    private static let script = """
        folder=$1 programs=$2 settings=$3
        as() { "$@"; }
        if [ "$(id -u)" = 0 ]; then
            as() { setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; }
        fi
        cd /
        mkdir -m 700 "$folder" && [ "$(id -u)" != 0 ] || chown postgres "$folder"
        control() { as "$programs/pg_ctl" -s -w -D "$folder/data" "$@" >/dev/null 2>&1 </dev/null; }
        end() { control stop -m immediate; rm -rf "$folder"; }
        trap '' INT TERM HUP PIPE
        as "$programs/initdb" -D "$folder/data" -U greenroom -A trust -E UTF8 --locale=C >/dev/null &&
            control -l "$folder/log" -o "-k $folder -h '' -c max_connections=200 $settings" start &&
            echo ready || { end; exit 1; }
        while read -r line; do
            case $line in
            stop) control stop -m immediate && echo stopped || echo failed ;;
            *) control -l "$folder/log" restart -m immediate && echo restarted || echo failed ;;
            esac
        done
        end
        """
}
