/// The parts of a question that asks several things at once.
enum QuestionParts {
    private static let asking: Set<Substring> = [
        "how", "what", "why", "when", "which", "where", "who", "whose", "wie", "was", "warum", "wann",
        "welche",
        "welcher", "welches", "wo", "wer", "wozu", "wodurch",
    ]
    private static let joining: Set<Substring> = ["and", "or", "und", "oder"]

    /// In their order, what is listed and code aside: sentences that ask, cut where after a comma or "and" another
    /// question word stands. Each ends with a question mark.
    static func of(_ prompt: String) -> [String] {
        spoken(prompt).flatMap { sentences(of: $0) }.flatMap { clauses(of: $0) }
    }

    /// The lines of a prompt in Markdown that neither list something nor are code.
    private static func spoken(_ prompt: String) -> [Substring] {
        var fence: Substring?
        return prompt.split(separator: "\n").filter { line in
            let mark = line.prefix { $0 == "`" || $0 == "~" }
            if let open = fence {
                if mark.hasPrefix(open), mark.count == line.count { fence = nil }
                return false
            }
            if mark.count >= 3 { fence = mark }
            return fence == nil && !line.hasPrefix("- ") && !line.hasPrefix("    ")
        }
    }

    private static func sentences(of line: Substring) -> [Substring] {
        var sentences: [Substring] = []
        var start = line.startIndex
        for index in line.indices where line[index] == "?" || line[index] == "." {
            let next = line.index(after: index)
            guard next == line.endIndex || line[next] == " " else { continue }
            if line[index] == "?" { sentences.append(line[start..<index]) }
            start = next
        }
        return sentences
    }

    private static func clauses(of sentence: Substring) -> [String] {
        var clauses: [[Substring]] = [[]]
        for word in sentence.split(separator: " ") {
            let asks = asking.contains(Substring(word.lowercased()))
            if asks, let before = clauses.last?.last, before.last == "," || joining.contains(before) {
                clauses.append([])
            }
            clauses[clauses.count - 1].append(word)
        }
        return clauses.compactMap { words in
            var words = words
            while let last = words.last, joining.contains(last) { words.removeLast() }
            guard words.count >= 3 else { return nil }
            let text = words.joined(separator: " ")
            return (text.last.map { ",:;".contains($0) } == true ? String(text.dropLast()) : text) + "?"
        }
    }
}
