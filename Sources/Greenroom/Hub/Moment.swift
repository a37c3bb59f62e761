public import Interviews

/// A moment by both clocks: the one on the wall, which people set, and one that only goes on.
public struct Moment: Hashable, Sendable {
    /// The time of day.
    public var wall: Timestamp
    /// Milliseconds since an arbitrary moment, by a clock that never jumps.
    public var steady: Int64

    public init(wall: Timestamp, steady: Int64) {
        self.wall = wall
        self.steady = steady
    }
}
