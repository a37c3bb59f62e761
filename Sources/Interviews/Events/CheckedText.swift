/// A text of a form of its own, in JSON a string: whoever holds one need not look again.
public protocol CheckedText: Hashable, Sendable, Codable {
    var text: String { get }

    /// `nil` where the text has not the form.
    init?(_ text: String)
}

extension CheckedText {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let checked = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not of the form of \(Self.self)")
        }
        self = checked
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
