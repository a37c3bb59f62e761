/// One connection to a WebSocket server, from its beginning to its end. For the next one take another.
public final class WebSocketClient: Sendable {
    enum Order: Sendable {
        case send(String)
        case close
    }

    let configuration: ClientConfiguration
    let orders: Mailbox<Order>
    let waker = Waker()

    public init(_ configuration: ClientConfiguration) {
        self.configuration = configuration
        orders = Mailbox(waker: waker)
    }

    /// Connects, and turns on the calling thread until the connection is over. Once only.
    /// - Parameter receive: is told what comes, in order and on this thread.
    public func run(_ receive: @escaping (ClientEvent) -> Void) -> ClientEnd {
        let engine = ClientEngine(self, receive)
        defer { orders.close() }
        return engine.run()
    }

    /// Any thread. What is sent before the connection is open goes out when it is.
    /// - Returns: false when the connection is over: nothing is sent.
    @discardableResult
    public func send(_ text: String) -> Bool { orders.post(.send(text)) }

    /// Any thread. Ends the connection in order, after what was sent before.
    public func close() { orders.post(.close) }
}
