/// A word of a text that says something, as the matcher sees it: function words are left out.
public struct ContentWord: Hashable, Sendable {
    /// In small letters, as it is written otherwise.
    public let text: String
    /// The same for the forms of a word: "sampling" and "samples".
    public let stem: UInt64
    /// How common the word is on the Zipf scale: 3 is once in a million words, 6 once in a thousand; 0 where the
    /// matcher's table does not know it. Van Heuven et al., "SUBTLEX-UK", QJEP 67 (2014).
    public let frequency: Double
    public let isNumber: Bool

    /// The content words of a text, in its order.
    public static func words(of text: String) -> [ContentWord] {
        let units = Array(text.utf16)
        let tokens = Tokenizer.tokens(of: text)
        return tokens.list.compactMap { token in
            guard token.key != 0, !token.wordClass.contains(.stop), token.kind != .joined else { return nil }
            let written = String(decoding: units[Int(token.start)..<Int(token.end)], as: UTF16.self)
            return ContentWord(
                text: written.lowercased(), stem: token.key,
                frequency: token.key < 1 << 63 ? WordTable.zipf(token.key) : 0,
                isNumber: token.kind == .number)
        }
    }
}
