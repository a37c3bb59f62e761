/// British spelling of words that the table does not know.
enum Spelling {
    private static let endings = [
        "ise", "ised", "ises", "ising", "iser", "isers", "isation", "isations", "yse", "ysed", "ysing",
    ].map { Array($0.utf8) }

    /// Where the word has an s that American spelling writes as z: `tokeniser`, `analyse`.
    static func british(_ word: ArraySlice<UInt8>) -> Int? {
        let tail = word.suffix(8)
        guard word.count > 5, tail.contains(UInt8(ascii: "s")) else { return nil }
        for ending in endings
        where word.count > ending.count + 2 && word.suffix(ending.count).elementsEqual(ending) {
            return word.endIndex - ending.count + 1
        }
        return nil
    }
}
