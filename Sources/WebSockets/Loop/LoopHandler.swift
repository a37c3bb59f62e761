/// What an application does with a loop. Every call comes on the loop's thread and has to return soon:
/// whatever waits or computes for long belongs on another thread and comes back through the mailbox.
///
/// Conforming classes are final.
public protocol LoopHandler: AnyObject {
    associatedtype Message: Sendable

    /// Whether so much is under way that further messages had better wait. Asked before each of them; what ends it
    /// comes through the mailbox.
    var isBusy: Bool { get }
    /// The loop is about to turn; keep it, to send and to schedule.
    func started(_ loop: Loop<Self>)
    /// Somebody gave a name that this server does not go by.
    /// - Returns: what the answer says about it, a line of text, beside the status's own words.
    func refused(_ name: RefusedName) -> String?
    /// A `Set-Cookie` value for the answer to a handshake that was accepted; no control characters, at most 512
    /// bytes. It comes back as ``Handshake/newCookie``.
    func cookie(for handshake: Handshake) -> String?
    func opened(_ connection: ConnectionID, _ handshake: Handshake)
    /// A whole text message, valid Unicode, no longer than the limit.
    func received(_ text: String, on connection: ConnectionID)
    func receivedBinary(_ bytes: [UInt8], on connection: ConnectionID)
    /// Once for each `opened`: the connection takes and brings nothing more.
    func closed(_ connection: ConnectionID)
    /// A GET or HEAD that no static file answers. Answer with `respond` or a stream, now or later.
    func requested(_ request: HTTPRequest, _ exchange: ExchangeID)
    /// The client went away before the answer was complete.
    func abandoned(_ exchange: ExchangeID)
    /// A streamed answer has been passed on: the next chunk may be written.
    func drained(_ exchange: ExchangeID)
    /// A message from the mailbox, in the order of `post`.
    func delivered(_ message: Message)
    func fired(_ timer: TimerID)
}

extension LoopHandler {
    public var isBusy: Bool { false }
    public func refused(_ name: RefusedName) -> String? { nil }
    public func cookie(for handshake: Handshake) -> String? { nil }
    public func opened(_ connection: ConnectionID, _ handshake: Handshake) {}
    public func receivedBinary(_ bytes: [UInt8], on connection: ConnectionID) {}
    public func closed(_ connection: ConnectionID) {}
    public func abandoned(_ exchange: ExchangeID) {}
    public func drained(_ exchange: ExchangeID) {}
    public func delivered(_ message: Message) {}
    public func fired(_ timer: TimerID) {}
}
