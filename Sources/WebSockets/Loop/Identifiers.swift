/// One WebSocket connection. Never reused: a place in the table that is taken again has another generation.
public struct ConnectionID: Hashable, Sendable, CustomStringConvertible {
    let place: UInt32
    let generation: UInt32

    package init(place: UInt32, generation: UInt32) {
        self.place = place
        self.generation = generation
    }

    public var description: String { "connection \(place).\(generation)" }
}

/// One HTTP request that is being answered. Never reused.
public struct ExchangeID: Hashable, Sendable, CustomStringConvertible {
    let peer: ConnectionID
    let number: UInt64

    public var description: String { "exchange \(number)" }
}

/// One call of `Loop.schedule(after:)`. Never reused.
public struct TimerID: Hashable, Sendable {
    let number: UInt64
}

/// Why a WebSocket connection is closed (RFC 6455 §7.4, 4000–4999 are the application's own).
public struct CloseCode: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt16

    /// - Parameter rawValue: 1000–4999; what a peer may not see in a frame (1005, 1006, 1015) must not be
    ///   used.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let normal = CloseCode(rawValue: 1000)
    public static let goingAway = CloseCode(rawValue: 1001)
    public static let protocolError = CloseCode(rawValue: 1002)
    public static let unsupportedData = CloseCode(rawValue: 1003)
    public static let invalidText = CloseCode(rawValue: 1007)
    public static let policyViolation = CloseCode(rawValue: 1008)
    public static let messageTooBig = CloseCode(rawValue: 1009)
    public static let internalError = CloseCode(rawValue: 1011)
    public static let tryAgainLater = CloseCode(rawValue: 1013)
}
