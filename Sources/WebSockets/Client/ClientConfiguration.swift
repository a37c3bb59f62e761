/// Everything a client needs to know before it connects.
public struct ClientConfiguration: Sendable {
    public var address: WebSocketAddress
    /// Asked for, and insisted on.
    public var subprotocol: String
    /// Sent as the request's Cookie header.
    public var cookie: String?
    /// Certificates (PEM) to trust beside the system's own.
    public var certificateAuthority: String?
    /// A longer message from the server ends the connection, in bytes.
    public var messageBytes = 16 * 1024 * 1024
    /// What may wait to be sent, in bytes; more ends the connection.
    public var queueBytes = 4 * 1024 * 1024
    /// For one address of the server to take the connection, and for the handshake.
    public var connectSeconds: UInt32 = 10
    /// A ping goes out to a server that was silent that long …
    public var pingSeconds: UInt16 = 20
    /// … and the connection ends if it was silent that long. More than `pingSeconds`.
    public var hangUpSeconds: UInt16 = 30

    public init(address: WebSocketAddress, subprotocol: String) {
        self.address = address
        self.subprotocol = subprotocol
    }
}
