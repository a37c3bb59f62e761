import Interviews
import Marking
import QuestionBank
import Wire

/// What a candidate is shown, as lines.
enum Feedback {
    static func opening(_ opened: ServerMessage.Opened, _ manner: CandidateSession.Manner) -> [Line] {
        let titles = opened.topics.map(\.title).joined(separator: ", ")
        if let rules = opened.room { return opening(opened, rules, titles, manner) }
        return [
            Line("Interview: \(Words.plural(opened.count, "question")) on \(titles)", .strong, hanging: 2),
            Line("Seed \(opened.seed ?? "–"), bank \(opened.bank.prefix(12))", .quiet),
        ] + Words.manner(of: opened).map { Line($0, .quiet) }
            + (manner.isConversation ? [Line(Words.howToAnswer, .quiet)] : []) + [.empty]
    }

    static func heading(_ question: ServerMessage.QuestionHead) -> [Line] {
        var parts = ["Question \(question.index + 1) of \(question.of)", question.topic.title]
        if let difficulty = question.difficulty { parts.append(difficulty.rawValue) }
        return [Line(parts.joined(separator: " · "), .strong, hanging: 2), .empty]
    }

    static func prompt(_ question: ServerMessage.QuestionHead) -> [Line] {
        Line.paragraphs(question.prompt ?? "") + [.empty]
    }

    /// The candidate's own words, where they were not typed on this screen.
    static func said(_ answered: ServerMessage.Answered) -> [Line] {
        let units = Array(answered.text.utf16)
        // The answer before a reply was shown already.
        let start = min(answered.probe?.start ?? 0, units.count)
        return String(decoding: units[start...], as: UTF16.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map {
            Line([.init(text: "> ", style: .quiet), .init(text: String($0), style: nil)], hanging: 2)
        } + [.empty]
    }

    static func probe(_ probed: ServerMessage.Probed) -> [Line] {
        var lines = Line.paragraphs(probed.text)
        lines[0].spans.insert(.init(text: "Follow-up: ", style: .strong), at: 0)
        return lines + [.empty]
    }

    static func hint(_ hinted: ServerMessage.Hinted) -> [Line] {
        let left = hinted.left == 0 ? "the last one" : "\(hinted.left) more"
        return [
            Line(
                [
                    .init(text: "Hint: ", style: .strong), .init(text: hinted.text, style: nil),
                    .init(text: " (\(left))", style: .quiet),
                ], hanging: 2), .empty,
        ]
    }

    static func ruling(
        _ disputed: ServerMessage.Disputed, on point: MarkView.PointView, _ score: Settings.Score
    ) -> [Line] {
        let ruling = point.verdict == .hit ? Words.rulingAgainst(point.head) : Words.ruling(point.head)
        let words = disputed.withdrawn ? Words.rulingWithdrawn(point.head) : ruling
        let own = disputed.own.flatMap { score == .points ? nil : Words.ownCoverage($0) + "." }
        return [Line([words, own].compactMap(\.self).joined(separator: " "), hanging: 2), .empty]
    }

    /// What was not found, by name. Of a group that is complete nothing is missing.
    static func missing(_ mark: MarkView) -> [Line] {
        let missing = mark.points.enumerated().filter { _, point in
            !point.misconception && point.verdict != .hit && mark.group(of: point)?.isComplete != true
        }
        guard !missing.isEmpty else { return [Line(Words.nothingMissing, .quiet), .empty] }
        return missing.map { index, point in
            Line(
                [
                    .init(text: "\(index + 1).".padding(to: 3), style: .quiet),
                    .init(text: " " + point.head, style: .strong),
                    .init(text: point.gist.isEmpty ? "" : ": " + point.gist, style: nil),
                ], indent: 1, hanging: 5)
        } + [.empty]
    }

    static func modelAnswer(_ answer: String?) -> [Line] {
        guard let answer else { return [Line(Words.noModelAnswer, .quiet), .empty] }
        return [Line("Model answer", .strong)] + Line.paragraphs(answer, indent: 2) + [.empty]
    }
}
