import Marking
import Testing

struct RangeTests {
    /// What the evidence points at, read as a browser would.
    private func quoted(_ answer: String, of rubric: Rubric = .dropout) -> [String] {
        let units = Array(answer.utf16)
        return Matcher(rubric).mark(answer).points.flatMap(\.evidence).map {
            String(decoding: units[$0.start..<$0.end], as: UTF16.self)
        }
    }

    @Test(arguments: [
        ("It prevents overfitting.", ["prevents overfitting"]),
        ("🎯 It prevents 🚀 overfitting 👩🏽‍🚀!", ["prevents overfitting".replacing(" ", with: " 🚀 ")]),
        ("It pre\u{301}vents overfitting.", ["pre\u{301}vents overfitting"]),
        ("يقول إنه prevents overfitting دائما", ["prevents overfitting"]),
        ("It prevents\r\novérfitting", ["prevents", "ovérfitting"]),
        ("ｐｒｅｖｅｎｔｓ ｏｖｅｒｆｉｔｔｉｎｇ", ["ｐｒｅｖｅｎｔｓ ｏｖｅｒｆｉｔｔｉｎｇ"]),
        ("It prevents overﬁtting.", ["prevents overﬁtting"]),
    ])
    func evidencePointsAtTheWordsThatCount(answer: String, words: [String]) {
        let found = quoted(answer)
        for word in words.joined(separator: " ").split(whereSeparator: \.isWhitespace) where word != "🚀" {
            #expect(found.contains { $0.contains(word) }, "\(word) is not in \(found)")
        }
    }

    @Test func evidenceStandsInTheOrderOfTheAnswer() {
        for row in AdversarialTests.cases {
            for point in Matcher(row.rubric).mark(row.answer).points {
                let starts = point.evidence.map(\.start)
                #expect(starts == starts.sorted())
                #expect(
                    point.evidence.allSatisfy {
                        $0.start >= 0 && $0.start < $0.end && $0.end <= row.answer.utf16.count
                    })
                #expect(point.evidence.allSatisfy { !$0.rule.isEmpty })
            }
        }
    }

    @Test func aVerdictThatRestsOnWordsShowsThem() {
        for row in AdversarialTests.cases {
            for point in Matcher(row.rubric).mark(row.answer).points {
                switch point.verdict {
                case .hit, .partial, .contradicted, .held: #expect(!point.evidence.isEmpty)
                case .missed, .avoided: #expect(point.evidence.isEmpty)
                }
            }
        }
    }
}
