public import Interviews

/// A message with what all changes of an interview have in common, as members of the same object.
///
/// Everybody who is told the same gets the same text: who asked for it is part of it.
@dynamicMemberLookup
public struct StampedMessage: Hashable, Sendable, Codable {
    public var message: ServerMessage
    public var stamp: Stamp?

    public struct Stamp: Hashable, Sendable, Codable {
        /// Whose request it answers; `nil` where nobody asked.
        public var by: SeatID?
        /// The number of the change before it in its lane: whoever has not seen that has lost something.
        public var before: Int?
        public var lane: Lane?

        public enum Lane: String, Hashable, Sendable, Codable {
            /// Told to one seat.
            case own
        }

        package init(_ notice: Notice) {
            by = notice.request?.seat
            before = notice.before
            lane = notice.audience.lane == nil ? nil : .own
        }
    }

    package init(_ message: ServerMessage, _ stamp: Stamp? = nil) {
        self.message = message
        self.stamp = stamp
    }

    public init(from decoder: any Decoder) throws {
        message = try ServerMessage(from: decoder)
        stamp = try Stamp(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        try message.encode(to: encoder)
        try stamp?.encode(to: encoder)
    }

    public subscript<Value>(dynamicMember path: KeyPath<ServerMessage, Value>) -> Value {
        message[keyPath: path]
    }
}
