/// Finds the concept that a misspelt word means.
///
/// Only words of five letters and more can be misspelt; numbers, symbols and acronyms must be right. One slip is
/// forgiven, two in a word of eight letters or more (seven and eleven in a language without a word table): a letter too
/// many, too few, wrong, or two swapped. The first letter must be right, and a word that exists is never taken for another.
struct TypoIndex: Sendable {
    /// A way to write a concept.
    struct Spelling: Hashable, Sendable {
        var concept: Int
        var letters: [UInt8]
    }

    private struct Entry {
        var concept: Int
        var letters: [UInt8]
        var bits: UInt32
    }

    private var buckets: [[Entry]]
    /// The least letters of a word that may have one slip, and of one that may have two.
    private let least: (one: Int, two: Int)

    /// - Parameter isStrict: Whether no table tells which words exist, so that only long ones are taken for another.
    init(_ spellings: [Spelling], isStrict: Bool = false) {
        least = isStrict ? (7, 11) : (5, 8)
        buckets = Array(repeating: [], count: 26)
        for spelling in spellings where spelling.letters.count >= least.one {
            guard let first = spelling.letters.first, first &- 0x61 < 26 else { continue }
            buckets[Int(first - 0x61)].append(
                Entry(
                    concept: spelling.concept, letters: spelling.letters,
                    bits: Self.bits(spelling.letters[...])))
        }
        buckets = buckets.map(\.trimmed)
    }

    func concept(for word: ArraySlice<UInt8>) -> Int? {
        guard let first = word.first, first &- 0x61 < 26, word.count >= least.one, word.count < 40 else {
            return nil
        }
        let bits = Self.bits(word)
        var best: (concept: Int, slips: Int)?
        for entry in buckets[Int(first - 0x61)] {
            let allowed = min(word.count, entry.letters.count) >= least.two ? 2 : 1
            guard abs(entry.letters.count - word.count) <= allowed,
                (entry.bits ^ bits).nonzeroBitCount <= 2 * allowed
            else { continue }
            let slips = Self.slips(word, entry.letters, limit: allowed)
            if slips <= allowed, slips < best?.slips ?? .max { best = (entry.concept, slips) }
        }
        return best?.concept
    }

    /// One bit for each letter that occurs.
    private static func bits(_ letters: ArraySlice<UInt8>) -> UInt32 {
        letters.reduce(0) { $0 | 1 << UInt32(($1 &- 0x61) & 31) }
    }

    /// The Damerau-Levenshtein distance (optimal string alignment), or limit + 1 if it is larger.
    private static func slips(_ a: ArraySlice<UInt8>, _ b: [UInt8], limit: Int) -> Int {
        var before: [Int] = []
        var last = Array(0...b.count)
        var current = last
        var previous: UInt8 = 0
        for (row, letter) in a.enumerated() {
            current[0] = row + 1
            var least = current[0]
            for column in 1...b.count {
                var slips = min(last[column], current[column - 1]) + 1
                slips = min(slips, last[column - 1] + (letter == b[column - 1] ? 0 : 1))
                if row > 0, column > 1, letter == b[column - 2], previous == b[column - 1] {
                    slips = min(slips, before[column - 2] + 1)
                }
                current[column] = slips
                least = min(least, slips)
            }
            if least > limit { return limit + 1 }
            before = last
            swap(&last, &current)
            previous = letter
        }
        return last[b.count]
    }
}
