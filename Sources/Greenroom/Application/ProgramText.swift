import Foundation
import Glibc

/// The program's own code in memory.
enum ProgramText {
    /// Lets go of what only the start needed: a third of what the process holds without any visitor. What is needed
    /// again comes back from the system's cache of files by itself. (`madvise`, MADV_DONTNEED)
    static func letGo() {
        guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
            let maps = unsafe fopen("/proc/self/maps", "r")
        else { return }
        defer { unsafe fclose(maps) }
        var buffer = [CChar](repeating: 0, count: 8192)
        while unsafe fgets(&buffer, CInt(buffer.count), maps) != nil {
            let line = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            // Code is never written to, so nothing can be lost: proc_pid_maps(5).
            let fields = line.split(separator: " ", maxSplits: 2)
            guard fields.count == 3, fields[1] == "r-xp", line.hasSuffix(" \(program)\n") else { continue }
            let ends = fields[0].split(separator: "-").compactMap { UInt(String($0), radix: 16) }
            guard ends.count == 2, let start = unsafe UnsafeMutableRawPointer(bitPattern: ends[0]) else {
                continue
            }
            _ = unsafe madvise(start, Int(ends[1] - ends[0]), MADV_DONTNEED)
        }
    }
}
