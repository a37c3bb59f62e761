/// The names of a rubric's points, by which an answer that only lists them is known.
struct Names: Sendable {
    /// The words of each name, the longest name first.
    private var names: [[UInt64]] = []
    private var words = 0

    init(_ points: [KeyPoint], _ language: Language) {
        // A point whose name says it all is said by its name.
        for point in points where !point.gist.isEmpty {
            names.append(
                Tokenizer.tokens(of: point.head, language).list.filter { $0.kind != .joined }.map(\.word))
            words += names.last?.count ?? 0
        }
        names.removeAll(where: \.isEmpty)
        names.sort { $0.count > $1.count }
    }

    /// Whether an answer of so many words is hardly more than three or more of the names, word for word.
    func make(up tokens: Tokens, words count: Int) -> Bool {
        guard names.count > 2, count <= 2 * words + 8 else { return false }
        let list = tokens.list.filter { $0.kind != .joined }
        var at = 0
        var found = 0
        var covered = 0
        var others = 0
        while at < list.count {
            if let name = names.first(where: { list[at...].starts(with: $0) { $0.word == $1 } }) {
                found += 1
                covered += name.count
                at += name.count
            } else {
                // The numbers of a numbered list do not count, nor does `and` between names.
                if list[at].kind != .number, !list[at].wordClass.contains(.conjunction) { others += 1 }
                at += 1
            }
        }
        return found > 2 && covered >= 2 * others
    }
}
