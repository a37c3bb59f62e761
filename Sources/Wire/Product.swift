/// What the program calls itself and its protocol.
public enum Product {
    public static let version = "0.1.0"
    /// The WebSocket subprotocol (RFC 6455, section 1.9).
    public static let subprotocol = "greenroom.v1"
    /// The longest message to the server, in bytes: the longest answer with every character escaped fits.
    public static let maximumMessageSize = 256 * 1024
}
