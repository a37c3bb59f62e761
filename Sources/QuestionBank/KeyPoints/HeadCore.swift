/// The core of a sentence as a head: two to six words that say what it says.
struct HeadCore {
    /// The content words of the question, in lower case and without endings: a head of these alone says nothing.
    private let asked: Set<String>

    init(question: String) {
        asked = Set(Self.words(question).filter { !Self.idle.contains($0) }.map(Self.stem))
    }

    static let maxWords = 6
    private static let maxTokens = 64

    /// Whether the head only repeats the question.
    func repeats(_ head: String) -> Bool {
        let content = Self.words(head).filter { !Self.idle.contains($0) }
        return !content.isEmpty && content.allSatisfy { asked.contains(Self.stem($0)) }
    }

    /// The core of the sentence, which has no markup; empty where it has none.
    func of(_ sentence: String) -> String {
        if Self.isUnspaced(sentence) { return Self.unspaced(sentence) }
        var words = Self.withoutOpening(Self.mainClause(Self.tokens(sentence)))
        if let term = Self.apposition(words) { return term }
        let isFormula = words.prefix(4).contains { $0 == "=" || $0 == "≈" }
        let isSubordinate = words.first.map { Self.subordinators.contains(Self.bare($0)) } ?? false
        guard !isFormula, !isSubordinate else { return Self.cut(words) }
        // "Overfitting is when …" in answer to "What is overfitting?": what counts comes after the verb.
        if let verb = words.prefix(7).firstIndex(where: { Self.linking.contains(Self.bare($0)) }), verb > 0 {
            let subject = words[..<verb].map(Self.bare).filter { !Self.idle.contains($0) }
            if subject.allSatisfy({ asked.contains(Self.stem($0)) || Self.pronouns.contains($0) }) {
                words = Self.withoutOpening(Array(words[(verb + 1)...]))
            }
        } else if let first = words.first, Self.pronouns.contains(Self.bare(first)), words.count > 3 {
            words.removeFirst()
            while let next = words.first, Self.modal.contains(Self.bare(next)), words.count > 2 {
                words.removeFirst()
            }
        } else {
            // "Overfitting occurs when …": the subject is the question's.
            var rest = words
            while let next = rest.first, rest.count > 4,
                asked.contains(Self.stem(Self.bare(next))) || Self.articles.contains(Self.bare(next))
            {
                rest.removeFirst()
            }
            if rest.count < words.count, words.count - rest.count <= 4,
                !Self.articles.contains(Self.bare(words[words.count - rest.count - 1]))
            {
                let isNoun = rest.first.map { Self.prepositions.contains(Self.bare($0)) } ?? true
                if !isNoun { words = Self.withoutOpening(rest) }
            }
        }
        return Self.cut(words)
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

    /// "Set, which is a collection …": the term.
    private static func apposition(_ words: [Substring]) -> String? {
        guard let comma = words.prefix(3).firstIndex(where: { $0.last == "," }), comma + 2 < words.count,
            ["which", "who", "where", "a", "an"].contains(bare(words[comma + 1]))
        else { return nil }
        return words[...comma].joined(separator: " ")
    }

    private static let subordinators: Set<String> = [
        "when", "if", "while", "because", "since", "although", "though", "once", "after", "before", "unless",
        "whenever",
        "as", "whereas", "where", "until",
    ]
    private static let leading: Set<String> = [
        "in", "for", "by", "at", "on", "with", "to", "from", "regarding", "without", "instead", "unlike",
        "like", "during",
        "under", "over", "despite", "given", "using", "due", "apart", "besides", "depending", "compared",
        "similarly",
        "mathematically", "specially", "historically", "conceptually", "internally", "technically",
    ]
    private static let prepositions: Set<String> = [
        "of", "for", "in", "to", "on", "with", "at", "by", "from", "and", "or", "between", "as", "into",
    ]

    // MARK: words

    /// At most six words, up to where the clause ends, without what hangs at the end.
    private static func cut(_ words: [Substring]) -> String {
        var kept: [Substring] = []
        for word in words {
            let key = bare(word)
            let content = kept.count { !idle.contains(bare($0)) }
            if content >= 2, clauseOpeners.contains(key) { break }
            if word.first == "(", content >= 1 { break }
            if kept.count >= 3, key == "and" || key == "or" || key == "as" { break }
            kept.append(word)
            if let last = word.last, ",;:.!?)".contains(last), content + (idle.contains(key) ? 0 : 1) >= 2 {
                break
            }
            if kept.count == maxWords { break }
        }
        while let last = kept.last, kept.count > 1, hanging.contains(bare(last)) || bare(last).isEmpty {
            kept.removeLast()
        }
        return kept.joined(separator: " ")
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

    private static func phrases(_ list: [String]) -> [[String]] {
        list.map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }
    }

    private static let openings = phrases([
        "however", "therefore", "thus", "hence", "moreover", "furthermore", "additionally", "also", "besides",
        "instead",
        "in addition", "for example", "for instance", "on the other hand", "on the contrary", "in contrast",
        "in general",
        "generally", "usually", "typically", "basically", "essentially", "simply put", "in short",
        "in other words",
        "in summary", "in this case", "in that case", "in practice", "in fact", "as a result", "as such",
        "note that",
        "note", "remember that", "keep in mind that", "this means that", "this means", "that means",
        "it means that",
        "this is because", "that is because", "the reason is that", "there is", "there are", "there can be",
        "it is",
        "it's", "they are", "this is", "these are", "that is", "we can", "you can", "one can", "we could",
        "you could",
        "you should", "we should", "you need to", "we need to", "it can", "they can", "first of all", "first",
        "firstly",
        "second", "secondly", "third", "thirdly", "finally", "lastly", "then", "next", "and", "but", "or",
        "so", "when it comes to",
        "the term", "the idea is to", "the idea is that", "the goal is to", "refers to", "used to",
        "used for", "is used to",
        "are used to", "is used for", "because", "which", "be used to", "can be used to", "is that", "be",
        "by the way", "in order to", "so that", "same",
        "a way to", "a process of", "the process of", "a technique to", "a technique for",
        "a method of", "a method for", "a type of", "a kind of", "a set of", "one of the",
    ])
    private static let articles: Set<String> = [
        "a", "an", "the", "this", "these", "that", "those", "its", "their",
    ]
    private static let pronouns: Set<String> = [
        "it", "they", "this", "these", "that", "those", "we", "you", "he", "she", "i", "one", "which", "both",
    ]
    private static let modal: Set<String> = [
        "can", "could", "will", "would", "should", "may", "might", "must", "also", "just", "need", "to",
        "have", "has",
    ]
    private static let linking: Set<String> = ["is", "are", "was", "were", "means", "refers"]
    private static let clauseOpeners: Set<String> = [
        "which", "that", "because", "while", "when", "where", "whereas", "although", "though", "if", "since",
        "so", "but",
        "who", "unless", "until", "then",
    ]
    private static let hanging: Set<String> = idle.union([
        "particular", "certain", "specific", "various", "different", "several", "many", "own", "new",
        "actual", "following",
        "main", "given", "its", "current", "whole", "entire", "every", "both", "all", "another", "possible",
        "either", "due",
        "always", "often", "usually", "still", "now", "rather", "much", "too", "really", "finally", "two",
        "three", "called",
    ]).subtracting(["not", "no", "never", "without", "only"])
    static let idle: Set<String> = [
        "a", "an", "the", "of", "to", "in", "for", "on", "with", "by", "as", "at", "from", "and", "or", "is",
        "are", "was",
        "were", "be", "been", "being", "do", "does", "did", "can", "could", "would", "should", "will", "may",
        "might", "must",
        "has", "have", "had", "you", "your", "we", "our", "it", "its", "they", "their", "them", "this",
        "that", "these",
        "those", "i", "me", "what", "what's", "how", "why", "when", "which", "who", "where", "there",
        "explain", "describe",
        "define", "give", "tell", "some", "any", "between", "into", "than", "then", "so", "if", "but", "also",
        "such",
        "difference", "differences", "using", "use", "used", "via", "about", "each", "other", "more", "most",
        "very", "not",
        "no", "only", "without", "never", "one", "same", "up", "out", "over", "just", "like", "because",
        "while",
    ]
}
