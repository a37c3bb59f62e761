/// The glossary's terms, ready to be found in an answer: "SGD" where the rubric says "stochastic gradient descent".
struct PhraseIndex: Sendable {
    struct Phrase: Sendable {
        /// The keys of its content words, one after the other.
        var keys: [UInt64]
        var concepts: [Int32]
    }

    private var phrases: [[Phrase]] = []
    private var firsts = IndexTable([])

    init() {}

    /// Keeps of the terms those of which a way of saying a point has one form; the other forms then stand for it.
    init(_ terms: [Rubric.Term], in compiled: Compiled) {
        var found: [UInt64: [Phrase]] = [:]
        for term in terms {
            let forms = ([term.name] + term.alternatives).map { Self.keys(of: $0, compiled.language) }
                .filter { !$0.isEmpty }
            for form in forms where Self.isSaid(form, in: compiled) {
                let concepts = form.compactMap { compiled.conceptOf[$0] }.map(Int32.init)
                for other in forms where other != form {
                    guard let first = other.first else { continue }
                    found[first, default: []].append(Phrase(keys: other, concepts: concepts))
                }
            }
        }
        var pairs: [(UInt64, Int32)] = []
        for (key, list) in found.sorted(by: { $0.key < $1.key }) {
            pairs.append((key, Int32(phrases.count)))
            phrases.append(list)
        }
        firsts = IndexTable(pairs)
    }

    var isEmpty: Bool { phrases.isEmpty }

    /// The phrases that begin with the word.
    @inline(__always)
    subscript(key: UInt64) -> [Phrase]? {
        let index = firsts[key]
        return index < 0 ? nil : phrases[Int(index)]
    }

    static func keys(of text: String, _ language: Language) -> [UInt64] {
        Tokenizer.tokens(of: text, language).list.filter { $0.key != 0 && $0.kind != .joined }.map(\.key)
    }

    /// Whether one way of saying a point has all words of the form.
    private static func isSaid(_ form: [UInt64], in compiled: Compiled) -> Bool {
        let concepts = form.map { compiled.conceptOf[$0] }
        return compiled.alternatives.contains { alternative in
            let terms = compiled.terms(of: alternative)
            return concepts.allSatisfy { concept in terms.contains { $0.concept == concept } }
        }
    }
}
