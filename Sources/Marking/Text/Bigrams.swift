/// The pairs of neighbouring letters of a word, by which words of much the same letters are known.
struct Bigrams: Sendable {
    private let pairs: [UInt16]

    init(_ letters: ArraySlice<UInt8>) {
        pairs = zip(letters, letters.dropFirst()).map { UInt16($0) << 8 | UInt16($1) }.sorted()
    }

    /// Whether the words share enough of their pairs, by Dice's measure. A word of two letters resembles none.
    func resemble(_ other: Bigrams) -> Bool {
        guard pairs.count > 1, other.pairs.count > 1 else { return false }
        var shared = 0
        var (a, b) = (0, 0)
        while a < pairs.count, b < other.pairs.count {
            if pairs[a] == other.pairs[b] {
                shared += 1
                a += 1
                b += 1
            } else if pairs[a] < other.pairs[b] {
                a += 1
            } else {
                b += 1
            }
        }
        return 40 * shared >= 11 * (pairs.count + other.pairs.count)
    }
}
