import Glibc

/// The number of descriptors this process may have open.
enum DescriptorLimit {
    /// libwebsockets keeps 16 bytes for each descriptor there could be, and containers often allow a thousand
    /// million.
    private static let most: rlim_t = 1 << 17

    /// Raises the soft limit to the hard one, within reason, and returns it.
    static func raise() -> Int {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
        let wanted = min(limit.rlim_max, most)
        if limit.rlim_cur != wanted {
            var raised = rlimit(rlim_cur: wanted, rlim_max: limit.rlim_max)
            if unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 {
                return Int(wanted)
            }
        }
        return Int(min(limit.rlim_cur, most))
    }
}
