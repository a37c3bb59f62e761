/// A document that arrives in pieces.
struct PastedDocument {
    /// In bytes of UTF-8.
    static let maximumSize = 2 * 1024 * 1024

    let name: String
    let parts: Int
    private(set) var text = ""
    private(set) var received = 0

    init(name: String, parts: Int) {
        self.name = name
        self.parts = parts
    }

    var isComplete: Bool { received == parts }
    var size: Int { text.utf8.count }

    /// `false` where the document would become too long.
    mutating func append(_ piece: String) -> Bool {
        guard text.utf8.count + piece.utf8.count <= Self.maximumSize else { return false }
        text += piece
        received += 1
        return true
    }
}
