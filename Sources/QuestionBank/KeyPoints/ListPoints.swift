/// Key points from lists, and from what stands in for lists.
enum ListPoints {
    /// One point for each top-level item.
    static func points(_ outline: Outline, _ core: HeadCore) -> [Draft] {
        var drafts: [Draft] = []
        for item in outline.lists.joined() where drafts.count < KeyPointDraft.maxPoints * 2 {
            if let draft = point(item, core) { drafts.append(draft) }
        }
        return drafts
    }

    private static func point(_ item: Item, _ core: HeadCore) -> Draft? {
        guard !isLink(item.text) else { return nil }
        var (head, gist) = HeadText.split(item.text)
        if HeadText.isLabel(head) {
            guard !gist.isEmpty || !item.children.isEmpty else { return nil }
            head = ""
            if !gist.isEmpty { (head, gist) = HeadText.split(gist) }
        }
        for child in item.children.prefix(8) {
            let (label, text) = HeadText.split(child.text)
            let more =
                HeadText.isLabel(label) && !text.isEmpty ? "-> " + text : Inline.plain(child.text.bytes)
            gist += gist.isEmpty ? more : " " + more
        }
        // A head of one word that says something is a term; a long one is a sentence.
        if head.isEmpty || head.bytes.wordCount > HeadCore.maxWords {
            if !head.isEmpty { gist = head + (gist.isEmpty ? "" : ": " + gist) }
            if gist.hasPrefix("-> ") { gist.removeFirst(3) }
            head = core.of(gist)
        }
        // `-f`, `r`: a sign says nothing alone.
        let signs = head.utf8
        if signs.count <= 4, signs.count(where: \.isLetter) <= 2, !gist.isEmpty,
            !signs.contains(where: { $0.isUpper || $0 >= 0x80 })
        {
            head += " " + core.of(gist.hasPrefix("-> ") ? String(gist.dropFirst(3)) : gist)
        }
        guard head.bytes.wordCount > 0, !isCommand(gist) else { return nil }
        return Draft(head: head, gist: gist)
    }

    /// Nothing but a link or an address.
    private static func isLink(_ text: String) -> Bool {
        let bytes = text.bytes.trimmed
        if bytes.starts("http"), !bytes.contains(.space) { return true }
        guard bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: ")"),
            let cut = bytes.firstIndex(of: "](")
        else {
            return false
        }
        return bytes[cut...].dropFirst(2).starts("http")
            && bytes[(cut + 2)...].count { $0 == UInt8(ascii: "(") } == 0
    }

    private static func isCommand(_ gist: String) -> Bool {
        let words = gist.bytes.wordCount
        return words == 0 && !gist.isEmpty
    }

    /// "Term: text" lines, rows of tables, sub-headings, bold terms: the first of these that there are.
    static func others(_ outline: Outline, known: [Draft], _ core: HeadCore) -> [Draft] {
        let bare = outline.lines.compactMap(term)
        if bare.count >= 3 { return known + bare }
        if outline.rows.count >= 3 {
            return known
                + outline.rows.dropFirst().compactMap { row in
                    guard let head = row.first(where: { !$0.isEmpty }), head.bytes.wordCount <= 8 else {
                        return nil
                    }
                    return Draft(
                        head: head, gist: row.dropFirst().filter { $0 != head }.joined(separator: "; "))
                }
        }
        if outline.headings.count >= 2 {
            let titled = outline.headings.filter { !StopTitle.matches($0.title) }.map { heading in
                let text = Sentences.split(heading.text).first ?? heading.text
                let isLabel =
                    HeadText.isLabel(heading.title) || heading.title.bytes.wordCount > HeadCore.maxWords
                return Draft(head: isLabel ? core.of(Inline.plain(text.bytes)) : heading.title, gist: text)
            }
            if titled.count >= 2 { return known + titled }
        }
        let bold = outline.prose.flatMap { boldTerms($0, core) }
        return bold.count >= 2 || (!known.isEmpty && !bold.isEmpty) ? bold + known : known
    }

    /// `Term: text` at the start of a line.
    private static func term(_ line: String) -> Draft? {
        guard line.utf8.prefix(100).contains(UInt8(ascii: ":")) else { return nil }
        let (head, gist) = HeadText.split(line)
        guard gist.bytes.wordCount >= 2, (1...HeadCore.maxWords).contains(head.bytes.wordCount),
            gist.utf8.count < line.utf8.count,
            head.bytes.first.map({ $0.isUpper || $0 >= 0x80 }) ?? false, !HeadText.isLabel(head),
            line.contains(":")
        else { return nil }
        return Draft(head: head, gist: gist)
    }

    /// Bold in running prose, if it is a term and not a sentence; the sentence is its gist.
    private static func boldTerms(_ paragraph: String, _ core: HeadCore) -> [Draft] {
        guard paragraph.bytes.contains("**") else { return [] }
        return Sentences.split(paragraph).compactMap { sentence in
            var terms: [(text: String, isTerm: Bool)] = []
            var rest = sentence.bytes
            while let open = rest.firstIndex(of: "**"),
                let close = rest[(open + 2)...].firstIndex(of: "**"), close > open + 2
            {
                let isTerm =
                    open == sentence.bytes.startIndex && rest[(close + 2)...].first == UInt8(ascii: ":")
                let term = Inline.plain(rest[(open + 2)..<close])
                if (1...5).contains(term.bytes.wordCount), !HeadText.isLabel(term),
                    isTerm || !core.repeats(term),
                    !HeadCore.idle.contains(term.lowercased()), term.utf8.count > 1
                {
                    terms.append((term, isTerm))
                }
                rest = rest[min(close + 2, rest.endIndex)...]
            }
            guard let term = terms.first else { return nil }
            let plain = Inline.plain(sentence.bytes)
            // Of several terms, or a word that is only stressed, the sentence says more.
            let isName =
                term.isTerm || term.text.bytes.wordCount > 1 || term.text.utf8.contains { $0.isUpper }
            if isName, terms.count == 1 { return Draft(head: term.text, gist: plain, isTerm: term.isTerm) }
            let head = core.of(plain)
            return head.isEmpty ? nil : Draft(head: head, gist: plain)
        }
    }
}
