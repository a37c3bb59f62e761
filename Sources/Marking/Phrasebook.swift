/// A few words of everyday phrases and of other languages, known by their hashes.
enum Phrasebook {
    /// Whether two words in a row say that somebody does not know.
    @inline(__always)
    static func disclaims(_ before: UInt64, _ word: UInt64) -> Bool {
        let kind = disclaimers[word]
        guard kind >= 0 else { return false }
        return kind == 0 || openers[before] & kind != 0 && openers[before] >= 0
    }

    @inline(__always)
    static func isForeign(_ word: UInt64) -> Bool { foreign[word] >= 0 }

    /// 0: disclaims alone; 1: after "don't"; 2: after "no" or "not".
    private static let disclaimers = table([
        "idk": 0, "dunno": 0, "know": 1, "remember": 1, "recall": 1, "idea": 2, "clue": 2, "sure": 2,
        "answer": 2,
    ])
    private static let openers = table([
        "dont": 1, "cant": 1, "cannot": 1, "not": 3, "didnt": 1, "never": 1, "no": 2, "without": 2,
    ])

    /// Common function words of German, French, Spanish, Portuguese, Italian and Dutch that are no English words.
    private static let foreign = table(
        Dictionary(
            """
            der das und nicht ist sind ein eine einen mit auf fur von dem den wird werden auch sich bei durch uber
            les des est une dans qui sur pas avec sont cette pour mais ou leur aux plus du et la le
            el los las una que del por para como pero esta este entre se es su y lo
            os uma nao com mais dos da ao mas em um
            il gli della che nel con sono dei alla anche
            het een van niet zijn voor wordt naar ook
            """.split(whereSeparator: \.isWhitespace).map { (String($0), Int32(0)) },
            uniquingKeysWith: { first, _ in first }))

    private static func table(_ words: [String: Int32]) -> IndexTable {
        IndexTable(words.sorted { $0.key < $1.key }.map { (Hash.of($0.key), $0.value) })
    }
}
