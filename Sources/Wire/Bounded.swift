import Interviews

/// Which whole numbers a field of a message may hold.
public protocol Bounds {
    static var range: ClosedRange<Int> { get }
}

/// The place of a question in its interview, from 0. Whether there is one is for the interview to say.
public enum QuestionIndex: Bounds { public static let range = 0...9_999 }
/// The number of an attempt at a question, from 1.
public enum AttemptNumber: Bounds { public static let range = 1...1_000_000 }
/// The number of a change, or 0 for none; what JavaScript counts exactly.
public enum ChangeNumber: Bounds { public static let range = 0...9_007_199_254_740_991 }
/// How many questions an interview has.
public enum QuestionCount: Bounds { public static let range = 1...Settings.maximumCount }
/// How many turns a topic gets for each turn of the others.
public enum TopicWeight: Bounds { public static let range = 1...Settings.maximumWeight }
/// Seconds that are added to a clock.
public enum ExtraSeconds: Bounds { public static let range = 15...3600 }
/// The number of a piece of a document from 0, or how many there are.
public enum PieceNumber: Bounds { public static let range = 0...100_000 }

/// Seconds that a shown question stays where time decides.
public enum ReviewSeconds: Bounds { public static let range = 0...RoomRules.maximumReview }

/// A whole number that is read from outside only if it lies within its bounds: nothing that is computed from it can
/// overflow, and nothing behind the door has to look again. Another one is refused as ``RefusalCode/badValue``.
@propertyWrapper
public struct Bounded<Limits: Bounds>: Hashable, Sendable, Codable {
    public var wrappedValue: Int

    public init(wrappedValue: Int) {
        self.wrappedValue = wrappedValue
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        wrappedValue = try container.decode(Int.self)
        guard Limits.range.contains(wrappedValue) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not in \(Limits.range)")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}

/// The same for a field that may be absent.
@propertyWrapper
public struct BoundedIfPresent<Limits: Bounds>: Hashable, Sendable, Codable {
    public var wrappedValue: Int?

    public init(wrappedValue: Int?) {
        self.wrappedValue = wrappedValue
    }

    public init(from decoder: any Decoder) throws {
        wrappedValue = try Bounded<Limits>(from: decoder).wrappedValue
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}

// What the compiler writes for a message's fields calls these: a wrapped value is there even where its field is not.
extension KeyedDecodingContainer {
    func decode<Limits: Bounds>(
        _ type: BoundedIfPresent<Limits>.Type, forKey key: Key
    ) throws -> BoundedIfPresent<Limits> {
        try decodeIfPresent(type, forKey: key) ?? BoundedIfPresent(wrappedValue: nil)
    }
}

extension KeyedEncodingContainer {
    mutating func encode<Limits: Bounds>(_ value: BoundedIfPresent<Limits>, forKey key: Key) throws {
        try encodeIfPresent(value.wrappedValue, forKey: key)
    }
}
