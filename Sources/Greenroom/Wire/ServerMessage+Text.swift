import FoundationEssentials

extension ServerMessage {
    /// The message as the text of a frame: JSON with its keys in alphabetical order, so that the same message
    /// is always the same text.
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            preconditionFailure("a message of ours that JSON cannot hold")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
