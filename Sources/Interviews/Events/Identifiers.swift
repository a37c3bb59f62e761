/// Names an interview: 16 to 32 lower-case ASCII letters and digits, drawn at random. It is no secret; seats are.
public struct InterviewID: CheckedText, CustomStringConvertible {
    public let text: String

    /// `nil` where the text has not the form of an interview's name.
    public init?(_ text: String) {
        guard text.isDrawnName else { return nil }
        self.text = text
    }

    public var description: String { text }
}

/// Names a note on an answer, in the form of an interview's name. Drawn by the client: sent again it is the same note.
public struct NoteID: CheckedText, CustomStringConvertible {
    public let text: String

    public init?(_ text: String) {
        guard text.isDrawnName else { return nil }
        self.text = text
    }

    public var description: String { text }
}

extension String {
    /// 16 to 32 lower-case ASCII letters and digits.
    fileprivate var isDrawnName: Bool {
        (16...32).contains(utf8.count)
            && utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
    }
}

/// Names a seat within its interview: "c1" is the first candidate.
public struct SeatID: Hashable, Sendable, Codable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    public var description: String { text }
}

/// The name that a client gave to one of its requests. Sent again it is the same request, so that a client
/// that does not know whether it was heard can simply repeat itself.
public struct Reference: CheckedText, CustomStringConvertible {
    public let text: String

    /// `nil` unless the text is 1 to 64 characters of `A-Z a-z 0-9 . _ : -`.
    public init?(_ text: String) {
        guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed) else { return nil }
        self.text = text
    }

    public var description: String { text }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: ":"), UInt8(ascii: "-"):
            true
        default:
            false
        }
    }
}
