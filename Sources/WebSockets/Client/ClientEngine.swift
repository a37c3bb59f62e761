/// The work of a client. Confined to the thread that runs it.
final class ClientEngine {
    enum Phase: Equatable {
        case connecting, open
        /// Closed by us; what waits goes out first, then the closing frame.
        case closing
        case ended(ClientEnd)
    }

    let client: WebSocketClient
    private let receive: (ClientEvent) -> Void
    private var phase = Phase.connecting
    private var incoming = IncomingMessage()
    private var outgoing: [String] = []
    private var waitingBytes = 0
    private(set) var context: LWSClientContext?
    /// nil until there is a connection.
    private var socket: LWSClientSocket?
    /// What a closing frame said, or why we close ourselves.
    private var farewell: ClientEnd?
    /// Why OpenSSL does not trust the server.
    var distrust: String?
    private var cookies: [String] = []
    /// Monotonic nanoseconds: when the present phase has taken too long.
    private var deadline: UInt64

    init(_ client: WebSocketClient, _ receive: @escaping (ClientEvent) -> Void) {
        self.client = client
        self.receive = receive
        deadline = MonotonicTime.now + UInt64(client.configuration.connectSeconds) * 1_000_000_000
    }

    func run() -> ClientEnd {
        let context: LWSClientContext
        do throws(ClientEnd) {
            context = try LWSClientContext(client.configuration, for: self, waker: client.waker)
        } catch {
            return error
        }
        self.context = context
        defer { self.context = nil }
        // What was posted before there was anybody to wake.
        woken()
        if !context.connect() {
            let host = client.configuration.address.host
            ended(HostName.isKnown(host) ? .unreachable : .unknownHost(host))
        }
        context.startBeating()
        while true {
            if case .ended(let end) = phase { return end }
            if !context.turn() { ended(.lost) }
        }
    }

    /// Somebody has put something into the mailbox.
    func woken() {
        for order in client.orders.takeAll() {
            switch order {
            case .send(let text):
                guard phase == .connecting || phase == .open else { continue }
                outgoing.append(text)
                waitingBytes += text.utf8.count
                if waitingBytes > client.configuration.queueBytes { ended(.lost) }
            case .close:
                if phase == .connecting { ended(.closed(.normal, reason: "")) }
                if phase == .open {
                    phase = .closing
                    deadline = MonotonicTime.now + Self.patience
                }
            }
        }
        socket?.askToWrite()
    }

    /// For what waits to go out, and for the server's own goodbye, in nanoseconds.
    private static let patience: UInt64 = 5_000_000_000

    /// Once a second: libwebsockets' own time limits leave out some of a client's states.
    func beat() {
        guard MonotonicTime.now >= deadline else { return }
        if phase == .connecting { ended(.timedOut) }
        if phase == .closing { ended(farewell ?? .lost) }
    }

    /// The server agrees: before the connection opens.
    func admits(subprotocol: [UInt8]?, cookies: [String]) -> LWSVerdict {
        guard let subprotocol, subprotocol.elementsEqual(client.configuration.subprotocol.utf8) else {
            farewell = .notUnderstood
            return .close
        }
        self.cookies = cookies
        return .keep
    }

    func opened(_ socket: LWSClientSocket) -> LWSVerdict {
        guard phase == .connecting else { return .close }
        phase = .open
        self.socket = socket
        receive(.opened(cookies: cookies))
        socket.askToWrite()
        return .keep
    }

    func received(_ bytes: UnsafeRawBufferPointer, _ piece: IncomingMessage.Piece) -> LWSVerdict {
        switch unsafe incoming.receive(bytes, piece, limit: client.configuration.messageBytes) {
        case .more, .binary: return .keep
        case .text(let text):
            receive(.received(text))
            return .keep
        case .tooLong:
            farewell = .messageTooBig
            socket?.setCloseReason(.messageTooBig)
            return .close
        case .notText:
            farewell = .closed(.invalidText, reason: "not UTF-8")
            socket?.setCloseReason(.invalidText)
            return .close
        }
    }

    /// One message a call; libwebsockets calls again.
    func mayWrite() -> LWSVerdict {
        guard let socket, phase == .open || phase == .closing else { return .keep }
        if outgoing.isEmpty {
            guard phase == .closing else { return .keep }
            farewell = .closed(.normal, reason: "")
            socket.setCloseReason(.normal)
            return .close
        }
        let text = outgoing.removeFirst()
        waitingBytes -= text.utf8.count
        guard socket.write(text) else { return .close }
        if !outgoing.isEmpty || phase == .closing { socket.askToWrite() }
        return .keep
    }

    /// A closing frame has come: RFC 6455 §5.5.1.
    func peerCloses(_ frame: UnsafeRawBufferPointer) {
        guard farewell == nil else { return }
        let code = unsafe frame.count < 2 ? 1005 : UInt16(frame[0]) << 8 | UInt16(frame[1])
        let reason = unsafe LogGate.escaped(UnsafeRawBufferPointer(rebasing: frame.dropFirst(2)))
        farewell = .closed(CloseCode(rawValue: code), reason: reason)
    }

    func closed() { ended(farewell ?? .lost) }

    /// There will be no connection.
    /// - Parameter status: of the server's HTTP answer, 0 if there was none.
    func failed(_ words: String, status: Int) {
        ended(
            farewell
                ?? ClientEnd(words: words, status: status, distrust: distrust, client.configuration.address))
    }

    private func ended(_ end: ClientEnd) {
        if case .ended = phase { return }
        phase = .ended(end)
        socket = nil
        client.waker.wake()
    }
}

extension ClientEnd {
    /// Makes sense of what libwebsockets says of a connection that did not come about.
    init(words: String, status: Int, distrust: String?, _ address: WebSocketAddress) {
        if let distrust {
            self = .notTrusted(distrust)
        } else if status != 0 {
            self = status == 101 ? .notUnderstood : .refused(status: status)
        } else if words.contains("getaddrinfo") {
            self = .unknownHost(address.host)
        } else if words.contains("imed out") || words.contains("imeout") {
            self = .timedOut
        } else if words.contains("SSL") {
            self = .noTLS
        } else if words.contains("HS:") || words.contains("header") {
            self = .notUnderstood
        } else if words.contains("Unable to connect") {
            self = .unreachable
        } else {
            self = .lost
        }
    }
}
