/// Key points from lists, and from what stands in for lists.
enum ListPoints {
    /// One point for each top-level item.
    static func points(_ outline: Outline) -> [Draft] {
        var drafts: [Draft] = []
        for item in outline.lists.joined() where drafts.count < KeyPointDraft.maxPoints + 4 {
            if let draft = point(item) { drafts.append(draft) }
        }
        return drafts
    }

    private static func point(_ item: Item) -> Draft? {
        var (head, gist) = HeadText.split(item.text)
        if HeadText.isLabel(head) {
            guard !gist.isEmpty else { return nil }
            (head, gist) = HeadText.split(gist)
        }
        guard head.bytes.wordCount > 0 else { return nil }
        for child in item.children.prefix(8) {
            let (label, text) = HeadText.split(child.text)
            let more =
                HeadText.isLabel(label) && !text.isEmpty ? "-> " + text : Inline.plain(child.text.bytes)
            gist += gist.isEmpty ? more : " " + more
        }
        return Draft(head: head, gist: gist)
    }

    /// "Term: text" lines, rows of tables, sub-headings, bold terms: the first of these that there are.
    static func others(_ outline: Outline, known: [Draft]) -> [Draft] {
        let bare = outline.lines.compactMap(term)
        if bare.count >= 3 { return known + bare }
        if outline.rows.count >= 3 {
            return known
                + outline.rows.dropFirst().compactMap { row in
                    guard let head = row.first(where: { !$0.isEmpty }) else { return nil }
                    return Draft(head: head, gist: row.dropFirst().joined(separator: "; "))
                }
        }
        if outline.headings.count >= 2 {
            return known
                + outline.headings.filter { !StopTitle.matches($0.title) }.map {
                    Draft(head: $0.title, gist: $0.text)
                }
        }
        let bold = outline.prose.flatMap(boldTerms)
        return bold.count >= 2 || !known.isEmpty ? bold + known : known
    }

    /// `Term: text` at the start of a line.
    private static func term(_ line: String) -> Draft? {
        guard line.utf8.prefix(100).contains(UInt8(ascii: ":")) else { return nil }
        let (head, gist) = HeadText.split(line)
        guard gist.bytes.wordCount >= 2, head.bytes.wordCount <= 8, gist.utf8.count < line.utf8.count,
            head.bytes.first?.isUpper ?? false, !HeadText.isLabel(head), line.contains(":")
        else { return nil }
        return Draft(head: head, gist: gist)
    }

    /// Bold in running prose, if it is a term and not a sentence; the sentence is its gist.
    private static func boldTerms(_ paragraph: String) -> [Draft] {
        guard paragraph.bytes.contains("**") else { return [] }
        var drafts: [Draft] = []
        for sentence in Sentences.split(paragraph) {
            var rest = sentence.bytes
            while let open = rest.firstIndex(of: "**"),
                let close = rest[(open + 2)...].firstIndex(of: "**"), close > open + 2
            {
                let term = Inline.plain(rest[(open + 2)..<close])
                if (1...5).contains(term.bytes.wordCount), !HeadText.isLabel(term) {
                    drafts.append(Draft(head: term, gist: Inline.plain(sentence.bytes)))
                }
                rest = rest[min(close + 2, rest.endIndex)...]
            }
        }
        return drafts
    }
}
