/// Key points from prose: the sentences that carry a term.
enum SentencePoints {
    static let maxPoints = 5

    static func points(_ prose: [String], question: String) -> [Draft] {
        let sentences = prose.flatMap(Sentences.split).filter { !isBoilerplate($0) }
        var drafts = sentences.prefix(40).filter { Terms.score($0) > 0 }.map(draft)
        if drafts.isEmpty { drafts = sentences.filter { $0.bytes.wordCount >= 4 }.map(draft) }
        // The short answer of a flashcard is a point as it stands.
        if drafts.isEmpty {
            drafts = prose.filter { $0.bytes.wordCount >= 1 && $0.utf8.last != UInt8(ascii: ":") }.map(draft)
        }
        return Array(drafts.prefix(maxPoints))
    }

    /// What is said behind the lists.
    static func besides(_ drafts: [Draft], _ closing: [String]) -> [Draft] { [] }

    private static func draft(_ sentence: String) -> Draft {
        let plain = Inline.plain(sentence.bytes)
        return Draft(head: Terms.head(of: plain) ?? HeadText.clause(plain), gist: plain)
    }

    /// Openings that only restate the question and closings that say nothing.
    static func isBoilerplate(_ sentence: String) -> Bool {
        let bytes = sentence.bytes
        if bytes.last == UInt8(ascii: ":") || bytes.last == UInt8(ascii: "?") { return true }
        return beginnings.contains { bytes.dropping(prefix: $0) != nil } || bytes.wordCount < 3
    }

    private static let beginnings: [StaticString] = [
        "remember", "these steps involve", "in conclusion", "overall", "here are", "here's", "below are",
        "for example:",
        "the following", "there are three", "there are two", "there are several", "there are many", "let's",
    ]
}

/// Technical terms in a sentence.
enum Terms {
    /// How many technical terms a sentence seems to hold.
    static func score(_ sentence: String) -> Int {
        let bytes = sentence.bytes
        var score = bytes.contains(UInt8(ascii: "`")) ? 1 : 0
        var isFirst = true
        for part in bytes.split(separator: .space) {
            let word = part.drop { !$0.isWord }
            let uppers = word.count { $0.isUpper }
            if uppers >= 2 || (!isFirst && uppers == 1 && (word.first?.isUpper ?? false)) { score += 1 }
            if word.first?.isDigit ?? false { score += 1 }
            isFirst = false
        }
        for cue in cues where bytes.contains(cue) { score += 1 }
        return score
    }

    private static let cues: [StaticString] = [
        " using ", " with ", " such as ", " due to ", " by ", " because ", " for ", " which ", " into ",
    ]

    /// A few words that name what the sentence is about: its run of capitalised words or code.
    static func head(of sentence: String) -> String? { nil }
}
