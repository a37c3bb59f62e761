/// Key points from prose: the sentences that carry a term.
enum SentencePoints {
    /// The sentences that carry most, in their order.
    static func points(_ prose: [String], _ core: HeadCore, most: Int) -> [Draft] {
        let sentences = Array(
            prose.lazy.map(withoutCitations).flatMap(Sentences.split).filter { !isBoilerplate($0) }.prefix(40)
        )
        var chosen = Array(sentences.enumerated())
        if chosen.count > most {
            let ranked = chosen.sorted { left, right in
                let (a, b) = (rank(left.element, left.offset), rank(right.element, right.offset))
                return a != b ? a > b : left.offset < right.offset
            }
            chosen = ranked.prefix(most).sorted { $0.offset < $1.offset }
        }
        let drafts = chosen.compactMap { draft($0.element, core) }
        if !drafts.isEmpty { return drafts }
        // The short answer of a flashcard is a point as it stands.
        return prose.filter { $0.bytes.wordCount >= 1 && $0.utf8.last != UInt8(ascii: ":") }.prefix(most)
            .compactMap { text in
                let plain = Inline.plain(text.bytes)
                return plain.bytes.wordCount <= HeadCore.maxWords
                    ? Draft(head: plain, gist: "") : draft(text, core)
            }
    }

    /// The sentence before the lists, if it says something itself.
    static func opening(_ prose: [String], _ core: HeadCore) -> Draft? {
        guard let first = prose.first.flatMap({ Sentences.split($0).first }), !isBoilerplate(first),
            first.bytes.wordCount >= 6
        else { return nil }
        return draft(first, core)
    }

    /// The first sentence answers most often; terms and reasons count.
    private static func rank(_ sentence: String, _ place: Int) -> Int {
        Terms.score(sentence) + (place == 0 ? 4 : place < 3 ? 1 : 0)
    }

    private static func draft(_ sentence: String, _ core: HeadCore) -> Draft? {
        let plain = Inline.plain(sentence.bytes)
        let (head, gist) = HeadText.split(sentence)
        if !head.isEmpty, head.bytes.wordCount <= 4, !HeadText.isLabel(head), !core.repeats(head),
            gist.bytes.wordCount >= 2
        {
            return Draft(head: head, gist: gist == plain ? plain : head + ": " + gist)
        }
        let text = HeadText.isLabel(head) && !gist.isEmpty ? gist : plain
        let core = core.of(text)
        return core.isEmpty ? nil : Draft(head: core, gist: text)
    }

    /// Without "[Manuca, Radu & Savit, Robert. (1996). …]": brackets with a year in them that are no link.
    private static func withoutCitations(_ text: String) -> String {
        let bytes = text.bytes
        var kept: [UInt8] = []
        var start = bytes.startIndex
        while let open = bytes[start...].firstIndex(of: UInt8(ascii: "[")),
            let close = bytes[open...].firstIndex(of: UInt8(ascii: "]"))
        {
            let isCitation =
                bytes[(close + 1)...].first != UInt8(ascii: "(")
                && bytes[open..<close].split(whereSeparator: { !$0.isDigit }).contains { $0.count == 4 }
            kept += isCitation ? bytes[start..<open].trimmedEnd : bytes[start...close]
            start = close + 1
        }
        guard start > bytes.startIndex else { return text }
        kept += bytes[start...]
        return kept[...].string
    }

    /// Openings that only restate the question and closings that say nothing.
    static func isBoilerplate(_ sentence: String) -> Bool {
        let bytes = sentence.bytes
        if bytes.last == UInt8(ascii: ":") || bytes.last == UInt8(ascii: "?") { return true }
        // A source, or where to read on.
        if bytes.contains("](http"), readOn.contains(where: { bytes.contains($0) }) { return true }
        if bytes.contains("doi.org") || bytes.contains("et al.") { return true }
        if bytes.starts("http") || bytes.starts("[") && bytes.last == UInt8(ascii: ")") { return true }
        return beginnings.contains { bytes.dropping(prefix: $0) != nil } || bytes.wordCount < 3
    }

    private static let readOn: [StaticString] = [
        "[here]", "[this]", "[link]", "[this link]", "[source]", "[this article]",
    ]

    private static let beginnings: [StaticString] = [
        "remember", "these steps involve", "in conclusion", "overall", "here are", "here's", "below are",
        "for example:",
        "for example,", "for instance,", "consider ", "let us ", "suppose ", "imagine ", "see ", "read more",
        "source:",
        "in this example", "in the example", "in this article", "the above", "as shown", "as you can see",
        "hope ",
        "good question", "this question", "the answer is", "it depends.", "this is a very common", "click ",
        "the code ",
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
}
