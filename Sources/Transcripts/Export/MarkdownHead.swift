import Interviews
import Marking
import QuestionBank

/// What a transcript begins with: when, about what, how it went.
enum MarkdownHead {
    static func lines(_ transcript: Transcript) -> [String] {
        let titles = transcript.topics.map { MarkdownQuote.inline($0.title) }.joined(separator: ", ")
        let date = transcript.opened.rfc3339.prefix(10)
        var lines = ["# Interview of \(date): \(titles)", ""]
        if let name = transcript.name { lines.append("- Candidate: \(MarkdownQuote.inline(name.text))") }
        if transcript.settings.score == .coverage, transcript.report.tally.needed > 0 {
            lines.append("- \(result(transcript))")
        }
        let settings = transcript.settings
        let matchers = transcript.matchers.map(MarkdownQuote.inline).joined(separator: ", ")
        lines.append(
            "- \(settings.mode.rawValue), seed \(MarkdownQuote.inline(settings.seed)), bank "
                + MarkdownQuote.inline(String(transcript.bank.prefix(12)))
                + (matchers.isEmpty ? "" : ", matcher \(matchers)"))
        return lines
    }

    private static func result(_ transcript: Transcript) -> String {
        let report = transcript.report
        let own = report.ownCoverage.map { ", \($0.asPercent) with the rulings that stand" } ?? ""
        let (found, needed) = report.tally
        return "Coverage \(report.coverage.asPercent)\(own): \(found) of \(needed) key points"
    }
}

extension Double {
    /// A share of 0...1.
    var asPercent: String { "\(Int((self * 100).rounded())) %" }
}
