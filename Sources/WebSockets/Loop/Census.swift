/// What a loop counts. Gauges are as of the end of a turn; counters only grow.
public struct Census: Sendable, Equatable {
    /// Connections of all kinds, now.
    public internal(set) var connections = 0
    /// Open WebSocket connections, now.
    public internal(set) var webSockets = 0
    /// Connections that were taken.
    public internal(set) var accepted: UInt64 = 0
    /// Handshakes that became WebSocket connections.
    public internal(set) var handshakes: UInt64 = 0
    /// HTTP requests that were answered, refusals apart.
    public internal(set) var requests: UInt64 = 0
    /// By reason; a reason that did not occur is absent.
    public internal(set) var rejected: [Rejection: UInt64] = [:]
    /// Pieces of messages and pongs received: a frame counts at least once.
    public internal(set) var framesIn: UInt64 = 0
    /// Frames queued for sending, pings included.
    public internal(set) var framesOut: UInt64 = 0
    /// Payload bytes of WebSocket messages.
    public internal(set) var bytesIn: UInt64 = 0
    /// Payload bytes of WebSocket messages.
    public internal(set) var bytesOut: UInt64 = 0
    /// Memory held for messages that have begun and not ended, or wait to be carried out, now.
    public internal(set) var unfinishedBytes = 0
    /// Bytes that wait to be sent to WebSocket peers, now.
    public internal(set) var queuedBytes = 0
    /// Timers that wait, now.
    public internal(set) var timers = 0
    /// How often the loop has turned.
    public internal(set) var turns: UInt64 = 0
    /// Nanoseconds the loop worked, waiting left out.
    public internal(set) var busyNanoseconds: UInt64 = 0
    /// The longest turn of the last ten to twenty seconds, in nanoseconds: so long somebody had to wait.
    public internal(set) var longestTurnNanoseconds: UInt64 = 0

    mutating func count(_ rejection: Rejection) { rejected[rejection, default: 0] += 1 }
}
