import Marking

/// Finds the glossary's terms that concern a question: those that occur in it, under any of their names.
struct TermIndex {
    private let terms: [Rubric.Term]
    /// By the first word of each of a term's names: the term and the name's words.
    private var byFirst: [String: [(term: Int, words: [String])]] = [:]

    init(_ terms: [Rubric.Term]) {
        self.terms = terms
        for (index, term) in terms.enumerated() {
            for name in [term.name] + term.alternatives {
                let words = Self.words(name)
                guard let first = words.first else { continue }
                byFirst[first, default: []].append((index, words))
            }
        }
    }

    func completing(_ question: Question) -> Question {
        guard !terms.isEmpty else { return question }
        var texts = [question.prompt, question.modelAnswer ?? ""]
        for point in question.keyPoints { texts += [point.head, point.gist] + point.phrasings }
        var found: Set<Int> = []
        for text in texts { find(in: Self.words(text), &found) }
        var question = question
        question.terms = found.sorted().map { terms[$0] }
        return question
    }

    private func find(in words: [String], _ found: inout Set<Int>) {
        for (index, word) in words.enumerated() {
            guard let names = byFirst[word] else { continue }
            for (term, name) in names where !found.contains(term) {
                if words[index...].starts(with: name) { found.insert(term) }
            }
        }
    }

    /// Words in lower case, but for abbreviations (MAP is no map); a plural `s` is no difference.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func close() {
            let isAbbreviation = word.count { $0.isUpper } >= 2
            if !isAbbreviation { word = word.map(\.lowercased) }
            if word.count > 2, isAbbreviation, word.last == UInt8(ascii: "s") { word.removeLast() }
            if word.count > 3, word.last == UInt8(ascii: "s"), word.dropLast().last != UInt8(ascii: "s") {
                word.removeLast()
            }
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word = []
        }
        for byte in text.utf8 {
            if byte.isWord { word.append(byte) } else { close() }
        }
        close()
        return words
    }
}
