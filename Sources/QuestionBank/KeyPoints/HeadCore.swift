/// The core of a sentence as a head: a few words, mostly two to eight, that say what it says and end where a phrase ends.
struct HeadCore {
    /// The content words of the question, in lower case and without endings: a head of these alone says nothing.
    private let asked: Set<String>

    init(question: String) {
        asked = Set(Self.words(question).filter { !Self.idle.contains($0) }.map(Self.stem))
    }

    /// A head of more words is a sentence.
    static let maxWords = 8
    /// A clause that ends here is kept as a whole.
    private static let maxClause = 10
    private static let maxTokens = 64

    /// Whether the head only repeats the question.
    func repeats(_ head: String) -> Bool {
        let content = Self.words(head).filter { !Self.idle.contains($0) }
        return !content.isEmpty && content.allSatisfy { asked.contains(Self.stem($0)) }
    }

    /// The core of the sentence, which has no markup; empty where it has none.
    func of(_ sentence: String) -> String {
        if Self.isUnspaced(sentence) { return Self.unspaced(sentence) }
        let clause = Self.mainClause(Self.tokens(sentence))
        // Of a formula, what it is of.
        if let sign = clause.prefix(Self.maxWords).firstIndex(where: { $0 == "=" || $0 == "≈" }), sign > 0 {
            return Self.withoutOpening(Array(clause[..<sign])).joined(separator: " ")
        }
        var words = Self.withoutOpening(Self.withoutAsides(clause))
        if let term = Self.apposition(words) { return term }
        let isSubordinate = words.first.map { Self.subordinators.contains(Self.bare($0)) } ?? false
        guard !isSubordinate else { return cut(words) }
        // "The principle behind it is that …"
        if let verb = words.prefix(8).firstIndex(where: { Self.linking.contains(Self.bare($0)) }), verb > 0,
            words.count > verb + 4, Self.bare(words[verb + 1]) == "that"
        {
            words = Self.withoutOpening(Array(words[(verb + 2)...]))
        }
        // "Overfitting is an effect of …" in answer to "What is overfitting?": what counts comes after the verb. Where
        // somebody does something, or something is done, it cannot be understood without who or what.
        if let verb = words.prefix(7).firstIndex(where: { Self.linking.contains(Self.bare($0)) }), verb > 0,
            words.count > verb + 1, !Self.isParticiple(Self.bare(words[verb + 1]))
        {
            let subject = words[..<verb].map(Self.bare).filter { !Self.idle.contains($0) }
            if subject.allSatisfy({ isAsked($0) || Self.pronouns.contains($0) }) {
                words = Self.withoutOpening(Array(words[(verb + 1)...]))
            }
        } else if let first = words.first, Self.pronouns.contains(Self.bare(first)), words.count > 3 {
            words.removeFirst()
            while let next = words.first, Self.modal.contains(Self.bare(next)), words.count > 2 {
                words.removeFirst()
            }
        }
        return cut(words)
    }

    private func isAsked(_ word: String) -> Bool {
        Self.words(word).allSatisfy { asked.contains(Self.stem($0)) }
    }

    private static func isParticiple(_ word: String) -> Bool {
        word.utf8.count > 4 && word.hasSuffix("ed") && !defining.contains(word)
    }

    /// "When props change, React decides …", "In the past, many …": what stands behind the comma.
    private static func mainClause(_ words: [Substring]) -> [Substring] {
        guard let first = words.first, subordinators.contains(bare(first)) || leading.contains(bare(first)),
            let comma = words.prefix(16).firstIndex(where: { $0.last == "," }), words.count - comma > 3
        else {
            // "Mathematically speaking, it adds …"
            guard words.count > 5, words[1].last == ",",
                bare(words[1]).hasSuffix("ing") || bare(words[0]).hasSuffix("ly")
            else { return words }
            return Array(words[2...])
        }
        let rest = Array(words[(comma + 1)...])
        // A list goes on behind its comma.
        if let next = rest.first, ["and", "or"].contains(bare(next)) { return words }
        return rest
    }

    /// Without brackets, and without what stands between two commas behind the subject: "Logging, on the other hand, …".
    private static func withoutAsides(_ words: [Substring]) -> [Substring] {
        var kept: [Substring] = []
        var index = 0
        while index < words.count {
            let word = words[index]
            if word.first == "(", !kept.isEmpty,
                let close = words[index...].prefix(8).firstIndex(where: { $0.contains(")") })
            {
                if let sign = words[close].last, ",.;:".contains(sign), let before = kept.last {
                    kept[kept.count - 1] = before + String(sign)
                }
                index = close + 1
                continue
            }
            kept.append(word)
            index += 1
        }
        guard let first = kept.prefix(6).firstIndex(where: { $0.last == "," }), first + 2 < kept.count,
            asides.contains(bare(kept[first + 1])),
            let second = kept[(first + 1)...].prefix(8).firstIndex(where: { $0.last == "," }),
            kept.count - second > 3, !["and", "or"].contains(bare(kept[second + 1]))
        else { return kept }
        kept[first] = kept[first].dropLast()
        kept.removeSubrange((first + 1)...second)
        return kept
    }

    /// "Set, which is a collection …": the term.
    private static func apposition(_ words: [Substring]) -> String? {
        guard let comma = words.prefix(3).firstIndex(where: { $0.last == "," }), comma + 2 < words.count,
            ["which", "who", "where", "a", "an"].contains(bare(words[comma + 1]))
        else { return nil }
        return words[...comma].joined(separator: " ")
    }

    // MARK: words

    /// Up to where the clause ends if it is short, else up to where a phrase ends, without what hangs at the end.
    private func cut(_ words: [Substring]) -> String {
        var end: Int?
        var phrase: Int?
        var content = 0
        for (index, word) in words.prefix(Self.maxClause + 1).enumerated() {
            let key = Self.bare(word)
            if content >= (Self.relative.contains(key) ? 3 : 2), Self.clauseOpeners.contains(key) {
                end = index
                break
            }
            guard index < Self.maxClause else { break }
            if index <= Self.maxWords, content >= 2, Self.mayEnd(words, before: index) { phrase = index }
            // What the question says already says nothing new.
            if !Self.idle.contains(key), !isAsked(key) { content += 1 }
            guard let last = word.last, ",;:.!?".contains(last), content >= 2,
                !Self.listGoesOn(words, behind: index)
            else { continue }
            // "complex, interactive pages": what stands behind the comma still belongs to it.
            let goesOn = last == "," && index + 1 < words.count && Self.isAdjective(words[index + 1])
            end = goesOn ? phrase ?? index + 1 : index + 1
            break
        }
        if end == nil, words.count <= Self.maxClause { end = words.count }
        var kept = Array(words[..<(end ?? phrase ?? min(Self.maxWords, words.count))])
        while let last = kept.last, kept.count > 1,
            Self.hanging.contains(Self.bare(last)) || Self.bare(last).isEmpty
        {
            kept.removeLast()
        }
        return kept.joined(separator: " ")
    }

    /// Whether a phrase may end before this word.
    private static func mayEnd(_ words: [Substring], before index: Int) -> Bool {
        let key = bare(words[index])
        guard index >= 3, phraseOpeners.contains(key), !takesMore.contains(bare(words[index - 1])) else {
            return false
        }
        guard key == "and" || key == "or" else { return true }
        return index >= 5 && words[index - 1].last != ","
    }

    private static func isAdjective(_ word: Substring) -> Bool {
        ["ive", "able", "ible", "al", "ic", "ous", "ful", "less"].contains { bare(word).hasSuffix($0) }
    }

    /// "ML, data, and operations": a comma between members of a list ends nothing.
    private static func listGoesOn(_ words: [Substring], behind index: Int) -> Bool {
        guard words[index].last == ",", index + 1 < words.count else { return false }
        let next = words[(index + 1)...].prefix(4)
        guard let first = next.first else { return false }
        if ["and", "or"].contains(bare(first)) { return true }
        guard !clauseOpeners.contains(bare(first)), !asides.contains(bare(first)) else { return false }
        return next.contains { $0.last == "," } && next.contains { ["and", "or"].contains(bare($0)) }
            || next.dropFirst().prefix(1).contains { ["and", "or"].contains(bare($0)) }
    }

    /// Without connectives and the like at the beginning, and without an article.
    private static func withoutOpening(_ words: [Substring]) -> [Substring] {
        var words = words
        var isDone = false
        while !isDone {
            isDone = true
            for opening in openings where words.count > opening.count + 1 {
                if zip(words, opening).allSatisfy({ bare($0) == $1 }),
                    !["of", "than"].contains(bare(words[opening.count]))
                {
                    words.removeFirst(opening.count)
                    isDone = false
                    break
                }
            }
            if words.count > 2, let first = words.first, articles.contains(bare(first)) {
                words.removeFirst()
                isDone = false
            }
        }
        return words
    }

    private static func tokens(_ text: String) -> [Substring] {
        // What a head is made of stands at the beginning, however long the sentence.
        Array(text.split(maxSplits: maxTokens) { $0 == " " || $0 == "\t" || $0 == "\n" }.prefix(maxTokens))
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
    }

    private static func bare(_ word: Substring) -> String {
        var bytes = Substring(word).utf8
        while let last = bytes.last, !last.isWord { bytes = bytes.dropLast() }
        while let first = bytes.first, !first.isWord { bytes = bytes.dropFirst() }
        return Substring(bytes).lowercased()
    }

    /// Without the commonest endings, so that "preprocessors" is in "preprocessor".
    static func stem(_ word: String) -> String {
        for ending in ["ing", "es", "ed", "s"]
        where word.utf8.count > ending.utf8.count + 3 && word.hasSuffix(ending) {
            return String(word.dropLast(ending.count))
        }
        return word
    }

    /// Chinese, Japanese and the like do not part words.
    private static func isUnspaced(_ text: String) -> Bool {
        let wide = text.unicodeScalars.count { (0x3040...0x9FFF).contains($0.value) }
        return wide * 2 > text.unicodeScalars.count
    }

    private static func unspaced(_ text: String) -> String {
        String(text.prefix { !"。，；！？,;.".contains($0) }.prefix(20))
    }
}
