import Interviews
import Marking
import Wire

extension Feedback {
    /// How the interview went: by topic, by question, and what the next one would profit from most.
    ///
    /// - Parameter stories: the questions of which no share is told; that of the whole is of the others.
    static func report(
        _ report: ReportView, _ reason: Event.Ended.Reason, _ score: Settings.Score, stories: Set<Int> = []
    ) -> [Line] {
        // Older servers do not say how many points were needed.
        let hasShare = score == .coverage && report.needed != 0
        var lines = [Line("Your report", .strong), .empty]
        if reason != .finished {
            lines += [Line(reason == .left ? Words.left : Words.endedByTime, .quiet), .empty]
        }
        if hasShare, let found = report.found, let needed = report.needed {
            lines.append(Line("\(found) of \(Words.plural(needed, "key point")) found", .strong))
        }
        if hasShare { lines.append(coverage(report.coverage, label: "Coverage")) }
        lines += [Line(summary(report, hasShare: hasShare), .quiet), .empty]
        if report.topics.count > 1, hasShare { lines += topics(report.topics) + [.empty] }
        lines.append(Line("By question", .strong))
        let asked = report.questions.filter { $0.outcome != .notAsked }
        lines +=
            asked.flatMap { question($0, stories.contains($0.index) ? .points : score) } + [.empty]
        lines.append(Line("Weakest points", .strong))
        if report.weakest.isEmpty { lines.append(Line(Words.noneWeak, .quiet, indent: 2)) }
        return lines
            + report.weakest.map { weak in
                Line(
                    [
                        .init(text: "- \(weak.head)", style: nil),
                        .init(text: weak.gist.isEmpty ? "" : ": \(weak.gist)", style: nil),
                        .init(text: " (question \(weak.question + 1))", style: .quiet),
                    ], indent: 2, hanging: 4)
            }
    }

    private static func topics(_ topics: [ReportView.OfTopic]) -> [Line] {
        let width = topics.map { $0.title.printable.columns }.max() ?? 0
        return [Line("By topic", .strong)]
            + topics.map { topic in
                var line = coverage(topic.coverage, label: topic.title.padding(to: width))
                line.indent = 2
                return line
            }
    }

    private static func summary(_ report: ReportView, hasShare: Bool) -> String {
        let open = report.questions.count { $0.outcome == .open }
        return [
            "\(Words.plural(report.answered, "question")) answered",
            report.skipped > 0 ? "\(report.skipped) skipped" : nil, open > 0 ? "\(open) left open" : nil,
            report.hints > 0 ? Words.plural(report.hints, "hint") : nil,
            hasShare ? report.own.map(Words.ownCoverage) : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }

    private static func question(_ question: ReportView.OfQuestion, _ score: Settings.Score) -> [Line] {
        let prompt = question.prompt?.split(separator: "\n").first.map(String.init) ?? question.id
        var spans = [Line.Span(text: "\(question.index + 1).".padding(to: 3), style: .quiet)]
        spans.append(.init(text: " " + prompt + " ", style: nil))
        switch question.outcome {
        case .answered: spans.append(.init(text: result(question, score), style: .strong))
        case .skipped: spans.append(.init(text: "skipped", style: .quiet))
        case .open: spans.append(.init(text: "left open", style: .quiet))
        case .notAsked: break
        }
        let missed = (question.missed ?? []).map { point in
            Line(
                "\(point.verdict.words): \(point.head)" + (point.required ? " (required)" : ""), .quiet,
                indent: 6, hanging: 8)
        }
        return [Line(spans, indent: 2, hanging: 6)] + missed
    }

    private static func result(_ question: ReportView.OfQuestion, _ score: Settings.Score) -> String {
        if question.keyPoints == 0 { return "answered" }
        let missed = (question.missed ?? []).count { $0.verdict != .held }
        let said = question.found ?? question.keyPoints - missed
        return [
            score == .points
                ? "\(said) of \(Words.plural(question.keyPoints, "key point"))"
                : Words.percent(question.coverage),
            score == .coverage ? question.own.map(Words.ownCoverage) : nil,
            question.attempts > 1 ? "\(question.attempts) attempts" : nil,
            question.hints > 0 ? Words.plural(question.hints, "hint") : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }
}
