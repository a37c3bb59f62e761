/// Numbers written as words: `three` is 3.
enum Numeral {
    /// The key of the number that the word names, if it names one.
    @inline(__always)
    static func key(of hash: UInt64) -> UInt64? {
        let index = table[hash]
        return index < 0 ? nil : keys[Int(index)]
    }

    private static let words = [
        "zero", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "hundred", "thousand", "million",
    ]
    private static let digits = [
        "0", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "100", "1000", "1000000",
    ]
    private static let table = IndexTable(words.enumerated().map { (Hash.of($1), Int32($0)) })
    private static let keys = digits.map { Hash.of($0) | 1 << 63 }
}
