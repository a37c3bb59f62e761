import Glibc
import Marking
import Testing

struct FuzzTests {
    /// The same numbers on every machine.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    private static let pieces: [String] = [
        "overfitting", "prevents", "not", "never", "L1", "O(n", "O(", ")", "(", "-", "_", "'", "’", "n't",
        "C++", "C#",
        "1,000", ".5", "1.", "²", "é", "e\u{301}", "👩🏽‍🚀", "漢字", "かな", "ﬁ", "ﬄ", "\u{202E}", "\u{0}", "\n",
        "\r\n", "\t",
        ".", ",", ";", "%", "camelCase", "snake_case", "HTTPServer", "a", "I", "\u{10FFFF}", "ß", "İ", "Σ",
        "ŉ", "١٢", "½",
        "--", "''", "^", "#", "++", "regularisaton", "zzzzzzzz", "instead", "of", "rather", "than", "without",
    ]

    @Test(arguments: 0..<40)
    func anythingCanBeMarked(seed: UInt64) {
        var random = Seeded(state: seed)
        for rubric in [Rubric.dropout, .norms, .descent, .languages, .complexity] {
            let count = Int.random(in: 0...120, using: &random)
            var text = ""
            for _ in 0..<count {
                text += Self.pieces.randomElement(using: &random) ?? ""
                if Bool.random(using: &random) { text += " " }
            }
            let mark = Matcher(rubric).mark(text)
            #expect((0...1).contains(mark.coverage))
            #expect(mark.points.count == rubric.keyPoints.count)
            #expect(mark.points.allSatisfy { (0...1).contains($0.strength) })
            #expect(
                mark.points.flatMap(\.evidence).allSatisfy {
                    0 <= $0.start && $0.start < $0.end && $0.end <= text.utf16.count
                })
            let strange = Matcher(
                Rubric(
                    question: text, keyPoints: [KeyPoint(id: "x", head: text, gist: text, phrasings: [text])])
            )
            #expect((0...1).contains(strange.mark(text).coverage))
        }
    }

    /// Four times the answer may take up to ten times as long here, where quadratic time would take sixteen times.
    @Test(arguments: [
        "overfiting ", "not ", "O(", "a-", "1,", "e\u{301}", "漢", "stochastic gradient ", "xqzvw",
        "it is not true that ",
    ])
    func costGrowsWithTheLengthOnly(piece: String) {
        let matcher = Matcher(.descent)
        // The thread's own time: what else the machine does meanwhile is not counted.
        func cost(_ count: Int) -> Duration {
            let text = String(repeating: piece, count: count)
            return (0..<3).map { _ in
                let start = threadTime()
                _ = matcher.mark(text)
                return threadTime() - start
            }.min() ?? .zero
        }
        let short = cost(2_000)
        #expect(cost(8_000) < short * 10 + .milliseconds(20))
    }

    /// What this thread has computed so far.
    private func threadTime() -> Duration {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
