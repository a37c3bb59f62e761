/// How an interview's events are kept and to be folded. A build that meets a newer one leaves the interview alone.
public struct Format: Hashable, Sendable, Codable {
    /// 1: every event counts. 2: events say what they presume, and do not count where it does not hold. 3: answers may
    /// be packed where they are kept.
    public let number: Int

    /// The latest one that has nothing packed.
    public static let unpacked = Format(number: 2)
    public static let current = Format(number: 3)

    public var packsAnswers: Bool { number > Self.unpacked.number }

    private init(number: Int) {
        self.number = number
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        number = try container.decode(Int.self)
        guard (1...Self.current.number).contains(number) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "written by a newer version")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}
