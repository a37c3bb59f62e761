public import Interviews

/// Who is in rooms at a server, as it tells the others once a second. No log keeps it.
public typealias Whisper = [InterviewID: [SeatID: Presence]]

public enum Presence: String, Hashable, Sendable {
    case here = "h"
    case writing = "w"
    /// Looks elsewhere.
    case away = "a"
}
