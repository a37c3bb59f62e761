/// One accepted connection, from its adoption to its end: first HTTP, perhaps a WebSocket later.
final class Peer {
    let id: ConnectionID
    /// Of the socket: with a proxy in front, the proxy's.
    let address: PeerAddress
    /// Whose limits this connection counts against; nil: nobody's, so far.
    var account: PeerAddress?
    /// nil until libwebsockets has taken it.
    var socket: LWSSocket?
    /// The request that is being answered.
    var exchange: Exchange?
    /// Looks at what comes next, while nothing of it was read.
    var nextHead: LWSWatcher?
    /// nil: no head has come in part that was looked at.
    var unfinishedHead: UnfinishedHead?
    /// It does not wait for an answer before it sends the next request.
    var sendsAhead = false
    /// Set when an upgrade was allowed.
    var webSocket: WebSocket?
    var isDestroyed = false

    init(id: ConnectionID, address: PeerAddress) {
        self.id = id
        self.address = address
    }
}

/// A head of which the end is to come.
struct UnfinishedHead {
    /// How many bytes of it waited in the system when it was last looked at.
    var waiting = 0
    /// Under TLS, where nothing waits: what libwebsockets has been given of it.
    var given: [UInt8] = []
    /// When it has taken long enough, in monotonic nanoseconds.
    let deadline: UInt64
}

enum WholeMessage: Equatable {
    case text(String)
    case binary([UInt8])

    /// Bytes of memory, about.
    var size: Int {
        switch self {
        case .text(let text): 64 + text.utf8.count
        case .binary(let bytes): 64 + bytes.count
        }
    }
}

/// A peer that speaks WebSocket.
final class WebSocket {
    enum Phase: Equatable {
        /// Allowed, but the handshake is not through.
        case upgrading
        case open
        /// Our closing frame is the last of what waits, or has gone out; the peer's is to come.
        case closing
        case ended
    }

    /// Until the handler knows of it.
    var handshake: Handshake?
    var phase = Phase.upgrading
    var incoming = IncomingMessage()
    /// Whole messages that wait for their turn.
    var received = Line<WholeMessage>()
    var receivedBytes = 0
    /// With whom it takes turns: all of its address.
    let group: String
    /// Not while messages of it wait for more than a turn of the loop.
    var isRead = true
    var outgoing = OutgoingFrames()
    /// A message came in several pieces: a ping may have come between them, and its pong goes first.
    var waitsForPong = false
    /// In the engine's list of those with something to send.
    var isDirty = false
    /// The handler has been told that it is open, and not yet that it is closed.
    var isKnown = false
    /// Monotonic nanoseconds; when it is ended by force.
    var deadline = UInt64.max

    /// Monotonic nanoseconds: when the peer last proved that it is there.
    var heardAt: UInt64
    /// What the pong to our last ping has to bring; nil: none is awaited.
    var awaitedPong: UInt32?
    var frames: TokenBucket
    var bytes: TokenBucket
    /// What the system had received for this connection when it was last looked at.
    var countedBytes: UInt64 = 0

    init(handshake: Handshake, group: String, limits: LoopLimits, at now: UInt64) {
        self.handshake = handshake
        self.group = group
        heardAt = now
        frames = TokenBucket(limits.frameRate, at: now)
        bytes = TokenBucket(limits.byteRate, at: now)
    }
}
