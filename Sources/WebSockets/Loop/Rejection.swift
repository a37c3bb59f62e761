/// Why the loop turned somebody away or ended a connection: one name a limit, for counting.
public enum Rejection: String, Sendable, Hashable, CaseIterable {
    // At the door: the connection ends at once, with an HTTP answer where one can be given.
    /// As many connections as there may be in all (503).
    case connections
    /// As many connections as one address may have (429).
    case connectionsOfAddress
    /// One address connects too often (429).
    case connectRate
    /// One address asks too often (429).
    case requestRate
    /// No HTTP, or nothing that is meant for us (400).
    case malformedRequest
    /// Another method than GET and HEAD (405), or a body (413).
    case method
    /// A head over the limit (431).
    case longHead
    /// A head that did not come in time (408).
    case slowHead
    /// A name that is not ours (421), or an origin (403).
    case name
    /// A handshake that is none: path, version, subprotocol, key (400, 404, 426).
    case handshake
    /// The loop is stopping (503).
    case stopping

    // On an open WebSocket connection: it ends with a close code.
    /// A message over the limit (1009).
    case messageTooBig
    /// A text that is no UTF-8 (1007).
    case notText
    /// More frames than a peer may send (1008).
    case frameRate
    /// More bytes than a peer may send (1008).
    case byteRate
    /// All unfinished messages together are over the limit, and this one was the oldest; or it took too long
    /// (1013).
    case unfinishedMessage
    /// Does not take what it is sent (1008).
    case slowReader
    /// Neither sent anything nor answered a ping (no code: there is nobody).
    case silent
}
