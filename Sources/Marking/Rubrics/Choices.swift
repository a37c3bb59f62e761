/// What a question offers to choose from, where a point is one of it: the options listed below the question, or the
/// two sides of an `or`.
///
/// Whoever names the right one has answered, though its words stand in the question.
struct Choices: Sendable {
    /// The question without the options that are listed below it.
    let asked: String
    /// The words of the right ones that the question itself has beside an `or`.
    private(set) var offered: Set<UInt64> = []
    /// The right options that are but an answer, such as `No`, by the number of the point: their first word.
    private(set) var answers: [Int: UInt64] = [:]
    /// The words of each right option, as the point writes them, and of each other one.
    private var right: Set<[UInt64]> = []
    private var wrong: Set<[UInt64]> = []

    init(_ rubric: Rubric, _ language: Language) {
        let points = rubric.keyPoints.filter { !$0.isMisconception }
        let heads = Set(points.map { PhraseIndex.keys(of: $0.head, language) })
        let lines = rubric.question.split(separator: "\n", omittingEmptySubsequences: false)
        let texts = lines.compactMap(Self.option)
        let options = texts.map { PhraseIndex.keys(of: $0, language) }
        right = heads.intersection(options.filter { !$0.isEmpty })
        for (index, point) in rubric.keyPoints.enumerated() where !point.isMisconception {
            guard PhraseIndex.keys(of: point.head, language).isEmpty else { continue }
            let words = Self.words(of: point.head, language)
            let others = texts.map { Self.words(of: $0, language) }.filter { $0 != words }
            // `It does` beside `It does not`: the first word tells nothing.
            if others.count < texts.count, !others.contains(where: { $0.first == words.first }) {
                answers[index] = words.first
            }
        }
        if options.count > 1, !(right.isEmpty && answers.isEmpty) {
            wrong = Set(options).subtracting(right).subtracting([[]])
            asked = lines.filter { Self.option($0) == nil }.joined(separator: "\n")
            return
        }
        right = []
        asked = rubric.question
        // A point that says more than its head is not said by its head alone.
        let bare = points.filter { $0.gist.isEmpty && $0.phrasings.isEmpty }
        if !bare.isEmpty { weigh(bare.map { PhraseIndex.keys(of: $0.head, language) }, language) }
    }

    var isEmpty: Bool { right.isEmpty && answers.isEmpty }

    func isRight(_ terms: [UInt64]) -> Bool { right.contains(terms) }

    /// Takes the sides of each `or` of the question that a head is word for word.
    private mutating func weigh(_ heads: [[UInt64]], _ language: Language) {
        let list = Tokenizer.tokens(of: asked, language).list.filter { $0.kind != .joined }
        for (index, token) in list.enumerated() where Self.or[token.word] >= 0 {
            let left = list[..<index].suffix(while: { $0.key != 0 }).map(\.key)
            let right = list[(index + 1)...].prefix { $0.key != 0 }.map(\.key)
            guard !left.isEmpty, !right.isEmpty else { continue }
            for head in heads where !head.isEmpty {
                let isLeft = left.suffix(head.count).elementsEqual(head)
                guard isLeft || right.prefix(head.count).elementsEqual(head) else { continue }
                self.right.insert(head)
                wrong.insert(Array(isLeft ? right.prefix(head.count) : left.suffix(head.count)))
                offered.formUnion(head)
            }
        }
        wrong.subtract(self.right)
    }

    /// Whether the answer names another option too and says hardly anything else.
    func areListed(in tokens: Tokens, _ language: Language, besides questionWords: IndexTable) -> Bool {
        var polarity = Polarity(language)
        var words: [UInt64] = []
        var isDenied: [Bool] = []
        for (index, token) in tokens.list.enumerated() {
            polarity.pass(index, of: tokens)
            guard token.key != 0, token.kind != .joined else { continue }
            words.append(token.key)
            isDenied.append(polarity.negator >= 0 && !token.wordClass.contains(.negator))
        }
        let options = wrong.union(right)
        var named = 0
        var others = 0
        var at = 0
        while at < words.count {
            let found = options.filter { words[at...].starts(with: $0) }
            if let option = found.max(by: { $0.count < $1.count }) {
                if wrong.contains(option), !isDenied[at] { named += 1 }
                at += option.count
                continue
            }
            if questionWords[words[at]] < 0 { others += 1 }
            at += 1
        }
        return named > 0 && others <= 2
    }

    /// Where the answer says the option that is but an answer: its first word, or the one that denies in `It does not`.
    func saying(_ answer: UInt64, in tokens: Tokens) -> Token? {
        guard let first = tokens.list.first else { return nil }
        if first.word == answer { return first }
        let sentence = tokens.list.prefix { $0.sentence == first.sentence && $0.clause == first.clause }
        let isNo = Self.negators[answer] >= 0
        guard isNo, first.key == 0 else { return nil }
        return sentence.first { $0.wordClass.contains(.negator) && !$0.isInChain }
    }

    private static func words(of text: String, _ language: Language) -> [UInt64] {
        Tokenizer.tokens(of: text, language).list.map(\.word)
    }

    private static let negators = IndexTable(["no", "nein", "non", "não", "нет"].map { (Hash.of($0), 0) })

    /// What follows `- `, `* `, `a) ` or `2. `.
    private static func option(_ line: Substring) -> String? {
        let text = line.drop { $0 == " " || $0 == "\t" }
        var rest = text.dropFirst(text.first.map { "-*+".contains($0) } == true ? 1 : 0)
        let isBullet = rest.startIndex != text.startIndex && rest.first == " "
        if isBullet { rest = rest.drop { $0 == " " } }
        let label = rest.prefix { $0.isLetter || $0.isNumber }
        if 1...2 ~= label.count, label.count == 1 || label.allSatisfy(\.isNumber),
            let sign = rest.dropFirst(label.count).first, ").:".contains(sign),
            rest.dropFirst(label.count + 1).first == " "
        {
            return String(rest.dropFirst(label.count + 2))
        }
        return isBullet ? String(rest) : nil
    }

    private static let or = IndexTable(["or", "oder", "o"].map { (Hash.of($0), 0) })
}

extension BidirectionalCollection {
    /// The longest end whose elements all meet the condition.
    fileprivate func suffix(while isMet: (Element) -> Bool) -> SubSequence {
        var start = endIndex
        while start > startIndex, isMet(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}
