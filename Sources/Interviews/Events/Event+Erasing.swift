extension Event {
    /// Whose seat it is has deleted what they did in it. From here on the log has nothing of it but that it was taken
    /// and which question it was at when, and of its other events the number.
    public struct SeatErased: Hashable, Sendable, Codable {
        public var seat: SeatID

        public init(seat: SeatID) {
            self.seat = seat
        }
    }

    /// What is left of an event that was deleted. It changes nothing, as if it had never counted.
    public struct Erased: Hashable, Sendable {
        public let kind: Kind

        public init(_ kind: Kind) {
            self.kind = kind
        }
    }
}

extension Event.Erased: Encodable {
    private enum CodingKeys: String, CodingKey {
        case erased
    }

    /// Its kind stands beside it, as every event's.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(true, forKey: .erased)
    }
}
