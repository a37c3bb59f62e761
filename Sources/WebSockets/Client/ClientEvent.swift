/// What a client hears.
public enum ClientEvent: Hashable, Sendable {
    /// The handshake is through.
    /// - Parameter cookies: `name=value`, as the server set them.
    case opened(cookies: [String])
    /// A whole text message.
    case received(String)
}

/// Why a client's connection is over, or never came about. Descriptions are safe to log and to show.
public enum ClientEnd: Error, Hashable, Sendable, CustomStringConvertible {
    /// One side said goodbye.
    case closed(CloseCode, reason: String)
    /// It broke off, or was silent for too long.
    case lost
    /// Nobody knows the host's name.
    case unknownHost(String)
    /// Nobody listens there, or nothing gets through.
    case unreachable
    /// Somebody listens who does not answer.
    case timedOut
    /// The certificate is not one to trust, with OpenSSL's words for it.
    case notTrusted(String)
    /// There is no TLS to be had there.
    case noTLS
    /// The file has no usable certificates in it.
    case unusableAuthority(path: String)
    /// An HTTP answer other than 101.
    case refused(status: Int)
    /// Whatever answers does not speak the subprotocol.
    case notUnderstood
    case messageTooBig
    /// libwebsockets refused to start.
    case cannotStart(String)

    public var description: String {
        switch self {
        case .closed(let code, let reason):
            "closed with \(code.rawValue)" + (reason.isEmpty ? "" : ": \(reason)")
        case .lost: "the connection was lost"
        case .unknownHost(let host): "the name “\(host)” is not known"
        case .unreachable: "nobody listens there"
        case .timedOut: "no answer in time"
        case .notTrusted(let reason): "the server's certificate is not trusted: \(reason)"
        case .noTLS: "the server does not speak TLS"
        case .unusableAuthority(let path): "no usable certificate in \(path)"
        case .refused(let status): "the server refused the connection with status \(status)"
        case .notUnderstood: "the server does not speak the protocol"
        case .messageTooBig: "a message was too big"
        case .cannotStart(let reason): "libwebsockets refused to start: \(reason)"
        }
    }
}
