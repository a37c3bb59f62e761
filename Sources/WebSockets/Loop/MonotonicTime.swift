import Glibc

/// The monotonic clock: it never jumps, whatever happens to the time of day.
enum MonotonicTime {
    /// Nanoseconds since an arbitrary moment.
    static var now: UInt64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
