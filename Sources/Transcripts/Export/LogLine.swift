public import Interviews
import JSONWriting

/// An event with its place in the log, whole: as whoever looks for a fault reads it.
public struct LogLine: Encodable {
    private let seq: Int
    private let at: String
    private let event: Event

    public init(_ recorded: RecordedEvent) {
        (seq, at, event) = (recorded.seq, recorded.at.rfc3339, recorded.event)
    }

    /// JSON in one line; empty where JSON cannot say it, which no log holds.
    public var text: String { (try? JSONText.of(self)) ?? "" }
}
