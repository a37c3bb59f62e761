/// Questions with options: the right one is the point, with the first sentence of the reason.
enum MultipleChoice {
    /// `nil` if the answer names none of the options.
    static func points(_ answer: String, options: String, _ outline: Outline) -> [Draft]? {
        let ticked = outline.lists.joined().compactMap { Self.ticked($0.text.bytes) }
        if ticked.contains(where: \.isRight) {
            return ticked.filter(\.isRight).map { Draft(head: Inline.plain($0.text), gist: "") }
        }
        guard !options.isEmpty, let letter = letter(answer.bytes), let option = option(letter, in: options)
        else {
            return nil
        }
        let reason = outline.prose.flatMap(Sentences.split).first { self.letter($0.bytes) == nil }
        return [Draft(head: Inline.plain(option), gist: reason ?? "")]
    }

    /// `[x] text`, `[ ] text`
    static func ticked(_ text: Bytes) -> (isRight: Bool, text: Bytes)? {
        if let rest = text.dropping(prefix: "[x]") { return (true, rest.trimmed) }
        if let rest = text.dropping(prefix: "[ ]") { return (false, rest.trimmed) }
        return nil
    }

    /// `#### Answer: D`, `**Answer: B) …**`, `C`
    private static func letter(_ answer: Bytes) -> UInt8? {
        var rest = answer.prefix { $0 != .newline }.drop { "#* ".utf8.contains($0) }
        if let after = rest.dropping(prefix: "answer") { rest = after.drop { ":* ".utf8.contains($0) } }
        guard let letter = rest.first, letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "H") else {
            return nil
        }
        guard let next = rest.dropFirst().first else { return letter }
        return ").:*".utf8.contains(next) ? letter : nil
    }

    /// `- A: text`, `B) text`
    private static func option(_ letter: UInt8, in options: String) -> Bytes? {
        for line in options.bytes.split(separator: .newline) {
            let body = line.trimmed
            let rest = (ListMarker(body)?.rest ?? body).drop { $0 == UInt8(ascii: "*") }
            guard rest.first == letter, let mark = rest.dropFirst().first, ":).".utf8.contains(mark) else {
                continue
            }
            return rest.dropFirst(2).trimmed
        }
        return nil
    }
}
