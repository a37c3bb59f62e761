/// Questions with options: the right one is the point, with the first sentence of the reason. The wrong ones are none.
enum MultipleChoice {
    /// `nil` if the answer names none of the options.
    static func points(_ answer: String, options: String, _ outline: Outline) -> [Draft]? {
        let ticked = outline.lists.joined().compactMap { Self.ticked($0.text.bytes) }
        if ticked.contains(where: \.isRight) {
            let reason = reason(outline, besides: [])
            return ticked.filter(\.isRight).map { Draft(head: Inline.plain($0.text), gist: reason) }
        }
        let listed = Self.options(options)
        guard listed.count >= 2 else { return nil }
        let right = named(by: answer.bytes, among: listed)
        guard !right.isEmpty else { return nil }
        let reason = right.count == 1 ? reason(outline, besides: right) : ""
        return right.map { Draft(head: Inline.plain($0.text), gist: reason) }
    }

    private typealias Option = (label: String, text: Bytes)

    private static func reason(_ outline: Outline, besides right: [Option]) -> String {
        let known = Set(right.map { Fold.key(Inline.plain($0.text)) })
        let sentence = outline.prose.lazy.flatMap(Sentences.split).first { sentence in
            let line = withoutWord(sentence.bytes)
            return line.wordCount >= 4 && labels(line) == nil && !known.contains(Fold.key(Inline.plain(line)))
        }
        return sentence.map { Inline.plain($0.bytes) } ?? ""
    }

    /// `[x] text`, `[ ] text`
    static func ticked(_ text: Bytes) -> (isRight: Bool, text: Bytes)? {
        if let rest = text.dropping(prefix: "[x]") { return (true, rest.trimmed) }
        if let rest = text.dropping(prefix: "[ ]") { return (false, rest.trimmed) }
        return nil
    }

    /// The options that the answer's first line names, by their labels or their words.
    private static func named(by answer: Bytes, among options: [Option]) -> [Option] {
        let lines = answer.split(separator: .newline).map(\.trimmed).filter { !$0.isEmpty }
        guard let first = lines.first else { return [] }
        let line = withoutWord(first.drop { "#*_> ".utf8.contains($0) })
        if let labels = labels(line) {
            let found = options.filter { labels.contains($0.label) }
            if found.count == labels.count { return found }
        }
        let keys = Set(lines.prefix(6).map { Fold.key(Inline.plain(withoutWord($0))) })
        return options.filter { keys.contains(Fold.key(Inline.plain($0.text))) }
    }

    /// Without "Answer:" before it.
    private static func withoutWord(_ line: Bytes) -> Bytes {
        guard let after = MarkWords.answer.after(line) else { return line }
        let rest = after.drop { ":*_-. ".utf8.contains($0) }
        return (rest.droppingColon() ?? rest).trimmedStart
    }

    /// `D`, `bc`, `A, C`, `B and D`, `(2)`, `B) text`; `nil` for anything else.
    private static func labels(_ line: Bytes) -> Set<String>? {
        let body = line.drop { "(*`[".utf8.contains($0) }
        let head = body.prefix { $0.isLetter || $0.isDigit }
        guard !head.isEmpty, head.count <= 5 else { return nil }
        let after = body.dropFirst(head.count)
        if head.count == 1 || head.number != nil {
            // One label, perhaps with its text; or several with commas.
            let rest = after.drop { ")*`].: ".utf8.contains($0) }
            if rest.isEmpty { return [head.string.uppercased()] }
            var labels: Set<String> = [head.string.uppercased()]
            for part in line.split(whereSeparator: { ",&+/ ()*".utf8.contains($0) }) {
                let word = Bytes(part)
                if word.elementsEqual("and".utf8) || word.elementsEqual("or".utf8) { continue }
                guard word.count == 1, word.first?.isLetter ?? false || word.number != nil else {
                    return after.first.map { ").:]*".utf8.contains($0) } ?? false
                        ? [head.string.uppercased()] : nil
                }
                labels.insert(word.string.uppercased())
            }
            return labels
        }
        // `bc`: letters in their order.
        let letters = head.map(\.lowercased)
        guard after.drop(while: { ")*. ".utf8.contains($0) }).isEmpty,
            letters.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "h")).contains($0) }),
            letters == letters.sorted(),
            Set(letters).count == letters.count
        else { return nil }
        return Set(head.map { Bytes([$0]).string.uppercased() })
    }

    /// The options with their labels; one without is called by its place.
    private static func options(_ text: String) -> [Option] {
        var options: [Option] = []
        for line in text.bytes.split(separator: .newline) {
            let body = line.trimmed
            let marker = ListMarker(body)
            let rest = (marker?.rest ?? body).drop { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "(") }
            let label = rest.prefix { $0.isLetter || $0.isDigit }
            let isLabelled =
                (label.count == 1 || (label.number != nil && label.count <= 2))
                && (rest.dropFirst(label.count).first.map { ":).".utf8.contains($0) } ?? false)
            if isLabelled {
                let text = rest.dropFirst(label.count + 1).drop { "*) ".utf8.contains($0) }.trimmed
                options.append((label.string.uppercased(), text))
            } else if let marker {
                options.append((marker.number.map(String.init) ?? "\(options.count + 1)", marker.rest))
            }
        }
        return options
    }
}
