/// Finds questions that differ in wording only a little: their sets of content words overlap by 85 % or more.
///
/// Two sets that overlap so much share one of their rarest words, so only questions that do are compared: near linear.
enum NearDuplicates {
    /// Twice the common words over the words of both.
    private static let least = 0.85
    /// A word that more questions than this share tells little; only the latest of them are compared.
    private static let mostSharers = 64

    /// For every question that nearly repeats an earlier one, its index and the earlier one's.
    static func find(_ prompts: [String]) -> [(later: Int, earlier: Int)] {
        let sets = byRarity(prompts.map(words))
        var sharers: [Int: [Int]] = [:]
        var found: [(later: Int, earlier: Int)] = []
        for (index, set) in sets.enumerated() where set.count >= 2 {
            // Of `count` words at most so many may be missing in the other.
            let missing = Int(Double(set.count) * (1 - least / (2 - least)))
            var earlier: Int?
            for word in set.prefix(missing + 1) {
                earlier =
                    earlier
                    ?? sharers[word]?.suffix(mostSharers).first { isNear(set, sets[$0]) }
                sharers[word, default: []].append(index)
            }
            if let earlier { found.append((index, earlier)) }
        }
        return found
    }

    private static func isNear(_ left: [Int], _ right: [Int]) -> Bool {
        guard Double(2 * min(left.count, right.count)) >= least * Double(left.count + right.count) else {
            return false
        }
        let other = Set(right)
        return Double(2 * left.count { other.contains($0) }) >= least * Double(left.count + right.count)
    }

    /// Each set in the order of how few questions hold a word.
    private static func byRarity(_ sets: [Set<Int>]) -> [[Int]] {
        var counts: [Int: Int] = [:]
        for set in sets { for word in set { counts[word, default: 0] += 1 } }
        return sets.map { $0.sorted { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) } }
    }

    /// The hashes of a question's words but for those of any question; without a plural's `s`.
    private static func words(_ prompt: String) -> Set<Int> {
        var words: Set<Int> = []
        for part in Fold.key(prompt).utf8.split(whereSeparator: { $0.isBlank || $0 == .newline }) {
            var word = Substring(part).utf8
            while let last = word.last, ",;:?!.\"')(*".utf8.contains(last) { word = word.dropLast() }
            while let first = word.first, "\"'(*".utf8.contains(first) { word = word.dropFirst() }
            if word.count > 3, word.last == UInt8(ascii: "s") { word = word.dropLast() }
            let text = Substring(word)
            if !text.isEmpty, !idle.contains(text) { words.insert(hash(text)) }
        }
        return words
    }

    /// FNV-1a: the same in every process, so that reports are.
    private static func hash(_ word: Substring) -> Int {
        Int(
            truncatingIfNeeded: word.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
                ($0 ^ UInt64($1)) &* 0x100_0000_01b3
            })
    }

    private static let idle: Set<Substring> = [
        "a", "an", "the", "of", "to", "in", "for", "on", "with", "by", "as", "at", "from", "and", "or", "is",
        "are",
        "wa", "be", "do", "doe", "did", "can", "could", "would", "should", "will", "you", "your", "we", "it",
        "its",
        "i", "me", "what", "what'", "how", "why", "when", "which", "who", "that", "thi", "there", "explain",
        "describe", "define", "give", "tell", "some", "any", "between", "have", "ha",
    ]
}
