/// Cuts off an answer's tail what is no answer: references, follow-ups; and takes out key points that the author
/// listed as such.
enum AnswerTail {
    private enum Part { case references, followUps, keyPoints }

    static func cut(_ entries: inout [AnswerLines.Entry], into question: inout FoundQuestion) {
        var kept: [AnswerLines.Entry] = []
        kept.reserveCapacity(entries.count)
        var part: (part: Part, level: Int)?
        for entry in entries {
            if entry.kind != .fenced, !entry.isEmpty {
                if let (next, inline, level) = opening(entry) {
                    part = inline.isEmpty ? (next, level) : nil
                    if !inline.isEmpty { add(inline, to: next, &question) }
                    continue
                }
                if case .heading(let level) = entry.kind, let open = part, level <= open.level { part = nil }
                if part == nil, isTagLine(entry.body) { continue }
            }
            guard let open = part else {
                kept.append(entry)
                continue
            }
            if belongs(entry, to: open.part) {
                if !entry.isEmpty { add(entry.body, to: open.part, &question) }
            } else {
                part = nil
                kept.append(entry)
            }
        }
        entries = kept
    }

    private static func belongs(_ entry: AnswerLines.Entry, to part: Part) -> Bool {
        switch entry.kind {
        case .blank, .dropped, .rule, .listItem: true
        case .text:
            // Continuations and bare links; a paragraph of prose goes on with the answer.
            part == .references
                ? entry.body.contains("http") || entry.body.first == UInt8(ascii: "[")
                    || entry.text.first?.isBlank ?? false
                : entry.text.first?.isBlank ?? false
        default: false
        }
    }

    private static func add(_ text: Bytes, to part: Part, _ question: inout FoundQuestion) {
        let body = (ListMarker(text)?.rest ?? text).trimmed
        guard !body.isEmpty else { return }
        switch part {
        case .references: question.references.append(body.string)
        case .followUps: question.followUps.append(Inline.prompt(body))
        case .keyPoints: question.keyPoints.append(Inline.prompt(body))
        }
    }

    /// Whether the line opens a part of the tail, with what follows on the line and the level of its heading.
    private static func opening(_ entry: AnswerLines.Entry) -> (Part, Bytes, Int)? {
        let body = entry.body
        guard let first = body.first, body.count < 600 else { return nil }
        var level = 7
        var text = body
        if case .heading(let own) = entry.kind {
            level = own
            text = body.drop { $0 == UInt8(ascii: "#") }
        } else if first == UInt8(ascii: "["), isBracketedLink(body), !isLinkedAnswer(body) {
            return (.references, body, level)
        } else if first == UInt8(ascii: "*"), body.starts("*(source") {
            return (.references, body, level)
        }
        text = Label.undecorated(text)
        guard let letter = text.first?.lowercased, "rsuafgklwn".utf8.contains(letter) else { return nil }
        for (word, part) in openings {
            guard let after = text.dropping(prefix: word) else { continue }
            let rest = after.drop { "*_ ".utf8.contains($0) }
            if rest.isEmpty, text.starts("links") || text.starts("next steps") || text.starts("related") {
                guard case .heading = entry.kind else { return nil }
            }
            if rest.isEmpty { return isHeadingLike(entry, text) ? (part, rest, level) : nil }
            guard rest.first == UInt8(ascii: ":") else { return nil }
            let inline = rest.dropFirst().drop { "*_ ".utf8.contains($0) }.trimmed
            if inline.isEmpty { return (part, inline, level) }
            // `**Source:** _example.org_`: only a bold label or a link makes the line a reference.
            let isBold = body.first == UInt8(ascii: "*") || body.first == UInt8(ascii: "_")
            return part != .keyPoints && (isBold || inline.starts("http") || inline.starts("["))
                ? (part, inline, level) : nil
        }
        return nil
    }

    /// A label without a colon must stand out: as a heading or in bold.
    private static func isHeadingLike(_ entry: AnswerLines.Entry, _ text: Bytes) -> Bool {
        if case .heading = entry.kind { return true }
        return entry.body.starts("**") || entry.body.starts("__")
    }

    private static let openings: [(StaticString, Part)] = [
        ("references", .references), ("reference", .references), ("resources", .references),
        ("useful resources", .references), ("useful links", .references), ("additional links", .references),
        ("additional resources", .references), ("further reading", .references), ("sources", .references),
        ("source", .references), ("links", .references), ("what to learn next", .references),
        ("where to read more", .references), ("learn more", .references), ("related topics", .references),
        ("related questions", .references), ("next steps", .references), ("follow-up questions", .followUps),
        ("follow-ups", .followUps),
        ("follow-up", .followUps), ("follow up", .followUps), ("good to hear", .keyPoints),
        ("key points", .keyPoints), ("key takeaways", .keyPoints), ("keywords", .keyPoints),
    ]

    /// `[[src](https://…)]`, `[[src]](https://…)`: nothing but a link with brackets around it.
    private static func isBracketedLink(_ body: Bytes) -> Bool {
        guard body.starts("[["), body.contains("](") else { return false }
        if body.last == UInt8(ascii: "]") { return true }
        return body.last == UInt8(ascii: ")") && !body.contains(.space)
    }

    /// `[[Answer]](https://…)`: some collections answer with a link.
    static func isLinkedAnswer(_ body: Bytes) -> Bool {
        body.starts("[[answer]](") || body.starts("[[solution]](")
    }

    /// `[#tag](tag.md)`, nothing but tags.
    private static func isTagLine(_ body: Bytes) -> Bool {
        guard body.starts("[#"), body.last == UInt8(ascii: ")") else { return false }
        return body.contains("](")
    }
}
