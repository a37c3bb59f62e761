import Testing

@testable import Marking
@testable import Pages

/// Why words count is said in the language of the page, though a mark keeps it in English.
struct RuleTextTests {
    private static var sentences: [String] {
        let rules = (0...UInt8.max).compactMap(Rule.init).map { $0.sentence("as", for: "the same") }
        return rules + [Rule.phrasing]
    }

    @Test func everyRuleIsSaidInGerman() {
        #expect(Self.sentences.count == 13)
        for sentence in Self.sentences + Self.sentences.map({ $0 + ", negated by `no`" }) {
            let german = German().rule(sentence)
            // The words of the answer and of the bank stand between quotation marks.
            let pieces = german.split(separator: "`", omittingEmptySubsequences: false)
            let text = pieces.enumerated().filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined()
            let english: Set<Substring> = ["said", "as", "of", "for", "the", "by", "same"]
            #expect(english.isDisjoint(with: text.split { !$0.isLetter }), "\(german)")
            #expect(german.filter { $0 == "`" }.count == sentence.filter { $0 == "`" }.count)
            #expect(English().rule(sentence) == sentence)
        }
    }
}
