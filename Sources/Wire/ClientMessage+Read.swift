import FoundationEssentials
public import Interviews
import JSONReading

/// Why a frame could not be read as a message.
public struct UnreadableMessage: Error, Hashable {
    public var code: RefusalCode
    /// The field that is at fault, where it is one.
    public var field: String?
    public var ref: Reference?

    public init(code: RefusalCode, field: String? = nil, ref: Reference? = nil) {
        self.code = code
        self.field = field
        self.ref = ref
    }
}

extension ClientMessage {
    /// Reads the text of a frame.
    public init(text: String) throws(UnreadableMessage) {
        guard JSONOutline.isSound(text) else { throw UnreadableMessage(code: .malformed) }
        if let message = try? JSONTextDecoder.decode(ClientMessage.self, from: text) {
            self = message
            return
        }
        // Foundation's decoder takes several times as long, and says where the fault is.
        let data = Data(text.utf8)
        do {
            self = try JSONDecoder().decode(ClientMessage.self, from: data)
        } catch {
            throw UnreadableMessage(error, ref: Self.reference(in: data))
        }
    }

    /// The reference of a message that is otherwise wrong, so that its sender learns which one it was.
    private static func reference(in data: Data) -> Reference? {
        struct OnlyReference: Decodable {
            var ref: Reference
        }
        return (try? JSONDecoder().decode(OnlyReference.self, from: data))?.ref
    }
}

extension UnreadableMessage {
    fileprivate init(_ error: any Error, ref: Reference?) {
        switch error {
        case let unreadable as UnreadableMessage:
            self = unreadable
        case DecodingError.keyNotFound(let key, _):
            self.init(code: .missingField, field: key.stringValue)
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            // Without a path it is the message itself that is no object.
            self.init(code: context.codingPath.isEmpty ? .malformed : .wrongType, field: context.field)
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            self.init(code: .badValue, field: context.field)
        default:
            // A number that no field can hold spoils the whole of it, although the rest can be read.
            self.init(code: ref == nil ? .malformed : .badValue)
        }
        self.ref = ref
    }

    var sentence: String {
        switch code {
        case .unknownType: "There is no request of that type."
        case .missingField: "The field “\(field ?? "")” is missing."
        case .wrongType: "The field “\(field ?? "")” has the wrong type."
        case .badValue:
            field.map { "The field “\($0)” has a value that is not allowed." } ?? "A value is not allowed."
        default: "A message is one JSON object in a text frame, with no name twice and at most 16 deep."
        }
    }
}

extension DecodingError.Context {
    fileprivate var field: String? {
        codingPath.first?.stringValue
    }
}
