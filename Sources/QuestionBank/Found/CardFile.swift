/// A file for one question, named after it: `007-what-is-a-subnet.md`. Whatever headings its answer has, it holds no
/// other question.
struct CardFile {
    private let words: Set<String>

    /// `nil` unless the file's name begins with a number and goes on in words.
    init?(_ name: String) {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
        let digits = stem.bytes.digitsPrefix
        guard !digits.isEmpty, let mark = stem.bytes.dropFirst(digits.count).first, "-_. ".utf8.contains(mark)
        else { return nil }
        words = Self.words(TopicTitle.spaced(stem))
        guard !words.isEmpty else { return nil }
    }

    /// The file's first heading as its only question, if the file is named after it and the headings level with it are
    /// not mostly questions themselves.
    func pattern(_ page: Page, _ candidates: [Candidate], _ found: Pattern?) -> Pattern? {
        guard found.map({ !$0.hasAnswerMarkers && $0.shape.isSection }) ?? true, page.contents.isEmpty,
            let first = page.lines.firstIndex(where: { $0.kind != .blank && $0.kind != .dropped }),
            let question = candidates.first(where: { $0.line == first }), question.level < 7,
            question.label == .none, isNamed(question.text)
        else { return nil }
        let others = candidates.filter { $0.level == question.level && $0.line != first }
        guard question.asks, others.count(where: \.asks) * 5 <= others.count * 3 else { return nil }
        return Pattern(shape: question.shape, questions: [question], hasAnswerMarkers: false)
    }

    /// A document whose title is its only question, whatever its name: nothing else in it asks.
    static func alone(_ page: Page, _ candidates: [Candidate], _ found: Pattern?) -> Pattern? {
        guard found.map({ !$0.hasAnswerMarkers && $0.shape.isSection }) ?? true, page.contents.isEmpty,
            let first = page.lines.firstIndex(where: { $0.kind != .blank && $0.kind != .dropped }),
            let question = candidates.first(where: { $0.line == first }), question.level == 1,
            Asking.isInterrogative(question.text)
        else { return nil }
        let others = candidates.filter { $0.level < 7 && $0.line != first }
        guard !others.isEmpty,
            others.allSatisfy({ $0.level > 1 && !Asking.isInterrogative($0.text) && $0.label == .none })
        else { return nil }
        // "How to …" titles a document; its sections may be anything.
        guard !question.text.bytes.starts("how to ") else { return nil }
        return Pattern(shape: question.shape, questions: [question], hasAnswerMarkers: false)
    }

    private func isNamed(_ title: String) -> Bool {
        words.intersection(Self.words(title)).count * 2 >= words.count
    }

    private static func words(_ text: String) -> Set<String> {
        Set(Fold.plain(text).split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}
