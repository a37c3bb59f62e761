/// Why a loop could not be started. Descriptions are safe to log and to show.
public enum LoopError: Error, Equatable, CustomStringConvertible {
    /// The address is neither a numeric IPv4 or IPv6 address nor `localhost`.
    case invalidAddress(String)
    /// Another process listens on the port.
    case portTaken(address: String, port: Int)
    /// This machine does not have the address.
    case addressUnavailable(String)
    /// The system does not let this user listen on the port (below 1024, as a rule).
    case notPermitted(port: Int)
    /// The system refused the socket for another reason.
    case cannotListen(errno: Int32)
    /// The socket listens elsewhere than configured.
    case listensElsewhere(String)
    /// libwebsockets' libev plugin (Debian: libwebsockets-evlib-ev) is not installed.
    case eventLoopPluginMissing
    /// libwebsockets refused to start.
    case cannotStart(String)
    /// The certificate or the key cannot be used.
    case certificate(CertificateError)

    public var description: String {
        switch self {
        case .invalidAddress(let address):
            "“\(address)” is no address to listen on: give a numeric one, such as 127.0.0.1 or ::"
        case .portTaken(let address, let port): "port \(port) of \(address) is already taken"
        case .addressUnavailable(let address): "this machine does not have the address \(address)"
        case .notPermitted(let port): "not permitted to listen on port \(port)"
        case .cannotListen(let errno): "cannot listen (errno \(errno))"
        case .listensElsewhere(let address): "the socket listens on \(address), not where it was told to"
        case .eventLoopPluginMissing:
            "libwebsockets has no libev plugin; on Debian install libwebsockets-evlib-ev"
        case .cannotStart(let reason): "libwebsockets refused to start: \(reason)"
        case .certificate(let error): error.description
        }
    }
}

/// Why a certificate and its key cannot be used.
public enum CertificateError: Error, Equatable, Sendable, CustomStringConvertible {
    case unreadableCertificate(path: String)
    case unreadableKey(path: String)
    /// The key belongs to another certificate.
    case keyDoesNotMatch
    /// A handshake with the new certificate did not come about, or showed another certificate.
    case handshakeFailed
    /// The loop serves no TLS.
    case notConfigured

    public var description: String {
        switch self {
        case .unreadableCertificate(let path): "no usable certificate in \(path)"
        case .unreadableKey(let path): "no usable private key in \(path)"
        case .keyDoesNotMatch: "the private key does not belong to the certificate"
        case .handshakeFailed: "a TLS handshake with the certificate failed"
        case .notConfigured: "the server was started without TLS"
        }
    }
}
