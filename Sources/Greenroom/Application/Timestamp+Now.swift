import Glibc
import Interviews

extension Timestamp {
    /// The wall clock's time.
    static var now: Timestamp {
        Timestamp(milliseconds: readMilliseconds(of: CLOCK_REALTIME))
    }
}

extension Moment {
    /// The steady clock counts the time that a machine sleeps: a deadline is one for people.
    static var now: Moment {
        Moment(wall: .now, steady: readMilliseconds(of: CLOCK_BOOTTIME))
    }
}

private func readMilliseconds(of clock: clockid_t) -> Int64 {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
}
