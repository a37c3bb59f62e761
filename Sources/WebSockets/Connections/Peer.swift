/// One accepted connection, from its adoption to its end: first HTTP, perhaps a WebSocket later.
final class Peer {
    let id: ConnectionID
    let address: PeerAddress
    /// nil until libwebsockets has taken it.
    var socket: LWSSocket?
    /// The request that is being answered.
    var exchange: Exchange?
    /// Set when an upgrade was allowed.
    var webSocket: WebSocket?
    var isDestroyed = false

    init(id: ConnectionID, address: PeerAddress) {
        self.id = id
        self.address = address
    }
}

/// A peer that speaks WebSocket.
final class WebSocket {
    enum Phase: Equatable {
        /// Allowed, but the handshake is not through.
        case upgrading
        case open
        /// Closed by us; what waits goes out first, then the closing frame.
        case closing(CloseCode, String)
        /// The closing frame has gone out, or the connection has ended.
        case ended
    }

    var handshake: Handshake
    var phase = Phase.upgrading
    var incoming = IncomingMessage()
    var outgoing = OutgoingFrames()
    /// A message came in several pieces: a ping may have come between them, and its pong goes first.
    var waitsForPong = false
    /// In the engine's list of those with something to send.
    var isDirty = false
    /// The handler has been told that it is open, and not yet that it is closed.
    var isKnown = false
    /// Monotonic nanoseconds; when it is ended by force.
    var deadline = UInt64.max

    init(handshake: Handshake) { self.handshake = handshake }
}
