/// Numbers written as words: `three` is 3.
enum Numeral {
    /// The numbers that words name, by the words' hashes.
    static func table(_ language: Language) -> IndexTable {
        switch language {
        case .english: english
        case .german: german
        case .spanish: spanish
        }
    }

    /// What a number before the word is multiplied with: `fourteen hundred`, `2.9 B`. Some letters only do so where
    /// they stand right after the digits, others only as capitals.
    static func multiplier(_ hash: UInt64, isAttached: Bool, isCapital: Bool) -> Double? {
        let exponent = multipliers[hash]
        if exponent >= 0 { return powers[Int(exponent)] }
        if isAttached, hash == thousands { return 1e3 }
        if hash == billions, isAttached || isCapital { return 1e9 }
        return hash == millions && isCapital ? 1e6 : nil
    }

    private static let powers = [1e2, 1e3, 1e6, 1e9, 1e12]
    private static let multipliers = IndexTable([
        (Hash.of("hundred"), 0), (Hash.of("thousand"), 1), (Hash.of("million"), 2), (Hash.of("mn"), 2),
        (Hash.of("billion"), 3), (Hash.of("bn"), 3), (Hash.of("trillion"), 4),
    ])
    private static let thousands = Hash.of("k")
    private static let millions = Hash.of("m")
    private static let billions = Hash.of("b")

    private static let values: [Int32] = [
        0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 100, 1000, 1_000_000, 1_000_000_000, 13, 14, 15, 16, 17, 18,
        19, 20,
        30, 40, 50, 60, 70, 80, 90,
    ]
    private static let english = table(
        """
        zero two three four five six seven eight nine ten eleven twelve hundred thousand million billion thirteen
        fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
        """)
    private static let german = table(
        "null zwei drei vier funf sechs sieben acht neun zehn elf zwolf hundert tausend million")
    private static let spanish = table(
        "cero dos tres cuatro cinco seis siete ocho nueve diez once doce cien mil millon")

    private static func table(_ words: String) -> IndexTable {
        IndexTable(
            zip(words.split(whereSeparator: \.isWhitespace), values).map { (Hash.of(String($0)), $1) },
            isSparse: true)
    }
}
