import Foundation
import Glibc

/// What the system says of this process (proc(5)).
struct ProcessFigures {
    /// 0 where the system does not say.
    var residentBytes = 0
    var openDescriptors = 0
    var mostDescriptors = 0
    var processorSeconds = 0.0

    static func read() -> ProcessFigures {
        var figures = ProcessFigures()
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
        figures.residentBytes =
            (pages?.dropFirst().first.flatMap { Int($0) } ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
        figures.openDescriptors =
            (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.count ?? 0
        var limit = rlimit()
        if unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            figures.mostDescriptors = Int(clamping: limit.rlim_cur)
        }
        var time = timespec()
        if unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 {
            figures.processorSeconds = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        return figures
    }
}
