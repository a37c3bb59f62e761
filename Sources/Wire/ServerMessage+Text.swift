import JSONWriting

extension ServerMessage {
    public var text: String { StampedMessage(self).text }
}

extension StampedMessage {
    /// The message as the text of a frame: JSON with `type` first, the same for the same message.
    public var text: String {
        guard let text = try? JSONText.of(self) else {
            preconditionFailure("a message of ours that JSON cannot hold")
        }
        return text
    }
}
