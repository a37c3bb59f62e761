/// The phrasings of a rubric's points word for word, by which an answer that only strings them together is known.
///
/// Each of them is what people say, but nobody says a point again and again in other words, or four of them in one
/// sentence and nothing else.
struct Phrasings: Sendable {
    private struct Phrasing: Sendable {
        var point: Int32
        /// Of its words among all.
        var start: Int32
        var count: Int32
        /// Of those that begin with the same two words, the longest of which comes first.
        var isLast = false
    }

    private var phrasings: [Phrasing] = []
    private var words: [UInt64] = []
    /// By the first two words, or the only one, where the phrasings stand that begin with them.
    private let firsts: IndexTable

    init(_ points: [KeyPoint], _ language: Language) {
        var found: [UInt64: [(point: Int, words: [UInt64])]] = [:]
        for (point, keyPoint) in points.enumerated() where !keyPoint.isMisconception {
            for text in keyPoint.phrasings {
                let words = Tokenizer.tokens(of: text, language).list.filter { $0.kind != .joined }.map(
                    \.word)
                guard let first = words.first else { continue }
                found[Self.key(first, words.count > 1 ? words[1] : nil), default: []].append((point, words))
            }
        }
        var pairs: [(UInt64, Int32)] = []
        for (key, list) in found.sorted(by: { $0.key < $1.key }) {
            pairs.append((key, Int32(phrasings.count)))
            for phrasing in list.sorted(by: { $0.words.count > $1.words.count }) {
                phrasings.append(
                    Phrasing(
                        point: Int32(phrasing.point), start: Int32(words.count),
                        count: Int32(phrasing.words.count)))
                words += phrasing.words
            }
            phrasings[phrasings.count - 1].isLast = true
        }
        firsts = IndexTable(pairs)
        (phrasings, words) = (phrasings.trimmed, words.trimmed)
    }

    /// Whether the answer's words are phrasings: half of them where each point is said three times, nearly all where it
    /// is said twice, and all where they are strung together without as many sentences.
    func make(up tokens: Tokens) -> Bool {
        var answer: [UInt64] = []
        answer.reserveCapacity(tokens.list.count)
        for token in tokens.list where token.kind != .joined { answer.append(token.word) }
        var at = 0
        var found = 0
        var covered = 0
        var points: Set<Int32> = []
        while at < answer.count {
            guard let phrasing = phrasing(atTheBeginningOf: answer[at...]) else {
                at += 1
                continue
            }
            found += 1
            covered += Int(phrasing.count)
            points.insert(phrasing.point)
            at += Int(phrasing.count)
        }
        if found >= 6, found >= 3 * points.count, covered * 2 >= answer.count { return true }
        if found >= 4, found >= 2 * points.count, covered * 10 >= answer.count * 9 { return true }
        let sentences = Int(tokens.list.last?.sentence ?? 0) + 1
        return found >= 4 && sentences * 2 <= found && covered * 20 >= answer.count * 19
    }

    private func phrasing(atTheBeginningOf answer: ArraySlice<UInt64>) -> Phrasing? {
        guard let first = answer.first else { return nil }
        return answer.dropFirst().first.flatMap { phrasing(Self.key(first, $0), atTheBeginningOf: answer) }
            ?? phrasing(Self.key(first, nil), atTheBeginningOf: answer)
    }

    private func phrasing(_ key: UInt64, atTheBeginningOf answer: ArraySlice<UInt64>) -> Phrasing? {
        var index = Int(firsts[key])
        guard index >= 0 else { return nil }
        while true {
            let phrasing = phrasings[index]
            if answer.starts(with: words[Int(phrasing.start)..<Int(phrasing.start + phrasing.count)]) {
                return phrasing
            }
            guard !phrasing.isLast else { return nil }
            index += 1
        }
    }

    private static func key(_ one: UInt64, _ next: UInt64?) -> UInt64 {
        max(1, (one &* 0x9E37_79B9_7F4A_7C15) ^ (next ?? 0))
    }
}
