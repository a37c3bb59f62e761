import Testing
import Transcripts

@testable import Greenroom

struct MetricsTextTests {
    @Test func aCounterHasItsHelpAndType() {
        var text = MetricsText()
        text.add(.counter, "greenroom_answers_total", "Answers that were kept.", 7)
        #expect(
            text.text == """
                # HELP greenroom_answers_total Answers that were kept.
                # TYPE greenroom_answers_total counter
                greenroom_answers_total 7

                """)
    }

    @Test func labelsAreSortedAndEscaped() {
        var text = MetricsText()
        text.add(.gauge, "g", "h", by: "l", ["b\"\\\n": 2, "a": 1])
        #expect(text.text.hasSuffix("g{l=\"a\"} 1\ng{l=\"b\\\"\\\\\\n\"} 2\n"))
    }

    @Test func bucketsOfAHistogramAddUp() {
        var durations = DurationHistogram()
        for milliseconds in [1, 3, 3, 20_000] { durations.record(.milliseconds(milliseconds)) }
        var text = MetricsText()
        text.add("h", "help", durations)
        let lines = text.text.split(separator: "\n")
        #expect(lines.contains("h_bucket{le=\"0.0005\"} 0"))
        #expect(lines.contains("h_bucket{le=\"0.001\"} 1"))
        #expect(lines.contains("h_bucket{le=\"0.005\"} 3"))
        #expect(lines.contains("h_bucket{le=\"10.0\"} 3"))
        #expect(lines.contains("h_bucket{le=\"+Inf\"} 4"))
        #expect(lines.contains("h_sum 20.007"))
        #expect(lines.contains("h_count 4"))
    }
}
