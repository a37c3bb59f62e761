/// One thread's event loop: it owns a libwebsockets context, its connections and its handler. Not `Sendable`
/// on purpose: only `mailbox` and `control` are for other threads.
public final class Loop<Handler: LoopHandler> {
    /// The way in for other threads' messages.
    public let mailbox: Mailbox<Handler.Message>
    /// The way in for other threads' orders.
    public let control: LoopControl
    /// Let go at the end of `run`, so that a handler may keep its loop.
    private var handler: Handler?
    private let engine: Engine

    /// Listens from here on: clients wait in the backlog until `run`.
    public init(_ configuration: LoopConfiguration, handler: Handler) throws(LoopError) {
        let waker = Waker()
        mailbox = Mailbox(waker: waker)
        control = LoopControl(orders: Mailbox(waker: waker))
        self.handler = handler
        engine = try Engine(configuration, waker: waker, control: control)
        engine.delegate = self
    }

    deinit { closeMailboxes() }

    /// Where the loop listens: the real port, when 0 was asked for.
    public var port: Int { engine.port }

    /// WebSocket connections that are open.
    public var connectionCount: Int { engine.openCount }

    /// What the loop has counted so far.
    public var census: Census { engine.presentCensus }

    /// Turns on the calling thread until `control.stop`. Once only.
    public func run() {
        precondition(engine.phase == .ready, "a loop runs once")
        engine.run()
        closeMailboxes()
        handler = nil
    }

    private func closeMailboxes() {
        mailbox.close()
        control.orders.close()
    }
}

// Everything here is for the loop's own thread: for the handler, that is.
extension Loop {
    /// Queues a text message; it goes out at the end of the turn. An unknown connection is ignored.
    public func send(_ text: String, to connection: ConnectionID) {
        var text = text
        text.withUTF8 { unsafe engine.send(.text, UnsafeRawBufferPointer($0), to: connection) }
    }

    /// Queues a text message.
    /// - Parameter utf8: valid UTF-8; browsers close a connection that brings anything else.
    public func send(utf8: [UInt8], to connection: ConnectionID) {
        unsafe utf8.withUnsafeBytes { unsafe engine.send(.text, $0, to: connection) }
    }

    /// Queues a binary message.
    public func send(binary: [UInt8], to connection: ConnectionID) {
        unsafe binary.withUnsafeBytes { unsafe engine.send(.binary, $0, to: connection) }
    }

    /// Sends what waits and then closes; nothing more is received, and `closed` comes at the end of the turn.
    /// - Parameter reason: at most 123 bytes of it are sent.
    public func close(_ connection: ConnectionID, code: CloseCode = .normal, reason: String = "") {
        engine.close(connection, code, reason)
    }

    /// Answers a request at once.
    public func respond(to exchange: ExchangeID, with response: HTTPResponse) {
        engine.respond(to: exchange, with: response)
    }

    /// Begins an answer whose length is not known; then `write`, and `finish`.
    public func begin(_ exchange: ExchangeID, status: Int = 200, headers: [HTTPHeader] = []) {
        engine.beginStream(exchange, status: status, headers: headers)
    }

    /// One more chunk. Wait for `drained` before the next, or it gathers in memory.
    public func write(_ bytes: [UInt8], to exchange: ExchangeID) { engine.write(bytes, to: exchange) }

    public func finish(_ exchange: ExchangeID) { engine.finish(exchange) }

    /// `fired` comes once, after that time by the monotonic clock.
    public func schedule(after duration: Duration) -> TimerID { engine.schedule(after: duration) }

    public func cancel(_ timer: TimerID) { engine.timers.cancel(timer) }
}

extension Loop: EngineDelegate {
    var engineIsBusy: Bool { handler?.isBusy ?? false }
    func engineStarted() { handler?.started(self) }
    func engineRefused(_ name: RefusedName) -> String? { handler?.refused(name) }
    func engineCookie(for handshake: Handshake) -> String? { handler?.cookie(for: handshake) }
    func engineOpened(_ connection: ConnectionID, _ handshake: Handshake) {
        handler?.opened(connection, handshake)
    }
    func engineReceived(_ text: String, on connection: ConnectionID) {
        handler?.received(text, on: connection)
    }
    func engineReceivedBinary(_ bytes: [UInt8], on connection: ConnectionID) {
        handler?.receivedBinary(bytes, on: connection)
    }
    func engineClosed(_ connection: ConnectionID) { handler?.closed(connection) }
    func engineRequested(_ request: HTTPRequest, _ exchange: ExchangeID) {
        handler?.requested(request, exchange)
    }
    func engineAbandoned(_ exchange: ExchangeID) { handler?.abandoned(exchange) }
    func engineDrained(_ exchange: ExchangeID) { handler?.drained(exchange) }
    func engineFired(_ timer: TimerID) { handler?.fired(timer) }
    func engineWoken() {
        for message in mailbox.takeAll() { handler?.delivered(message) }
    }
}
