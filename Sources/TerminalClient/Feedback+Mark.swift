import Interviews
import Marking
import Wire

extension Feedback {
    /// Coverage, each key point with its verdict and the words it rests on, and what is new.
    /// In a realistic interview there is nothing of that yet.
    static func mark(
        _ answered: ServerMessage.Answered, after earlier: ServerMessage.Answered?, _ score: Settings.Score
    ) -> [Line] {
        guard let mark = answered.mark else { return [Line(Words.noted, .quiet), .empty] }
        let units = Array(answered.text.utf16)
        let label = answered.attempt > 1 ? "Attempt \(answered.attempt)" : "Coverage"
        var lines = [score == .points ? points(mark) : coverage(mark.coverage, label: label)]
        lines += mark.remarks.map { Line($0.sentence, .quiet, indent: 2) }
        lines.append(.empty)
        for (index, point) in mark.points.enumerated() {
            lines += self.point(point, number: index + 1, units)
        }
        lines.append(.empty)
        if let earlier = earlier?.mark { lines += difference(from: earlier, to: mark, score) }
        return lines
    }

    /// How many, and no share of anything.
    private static func points(_ mark: MarkView) -> Line {
        let points = mark.points.filter { !$0.misconception }
        let said = mark.tally?.found ?? points.count { $0.verdict == .hit }
        let partly = mark.tally?.inPart ?? points.count { $0.verdict == .partial }
        return Line(
            "\(said) of \(Words.plural(mark.tally?.needed ?? points.count, "key point")) said"
                + (partly > 0 ? ", \(partly) in part" : ""), .strong)
    }

    static func coverage(_ share: Double, label: String) -> Line {
        Line([
            .init(text: label.padding(to: 10), style: .strong), .init(text: " ", style: nil),
            .init(text: bar(share), style: share.style),
            .init(text: " " + Words.percent(share), style: .strong),
        ])
    }

    /// Twenty cells. ASCII, so that it says the same everywhere.
    private static func bar(_ share: Double) -> String {
        let full = Int((min(1, max(0, share)) * 20).rounded())
        return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: 20 - full) + "]"
    }

    private static func point(_ point: MarkView.PointView, number: Int, _ units: [UInt16]) -> [Line] {
        var spans = [
            Line.Span(text: "\(number).".padding(to: 3), style: .quiet), .init(text: " ", style: nil),
            .init(text: point.verdict.rawValue.padding(to: 12), style: point.verdict.style),
            .init(text: " " + point.head, style: nil),
        ]
        if point.required, point.verdict != .hit { spans.append(.init(text: " (required)", style: .quiet)) }
        return [Line(spans, indent: 1, hanging: 18)]
            + point.evidence.map { evidence in
                let end = min(evidence.end, units.count)
                let words = String(decoding: units[min(evidence.start, end)..<end], as: UTF16.self)
                return Line(
                    [
                        .init(text: "“\(words.replacing("\n", with: " "))”", style: nil),
                        .init(text: " " + evidence.rule, style: .quiet),
                    ], indent: 18, hanging: 18)
            }
    }

    /// What this attempt added or lost.
    static func difference(
        from earlier: MarkView, to later: MarkView, _ score: Settings.Score
    ) -> [Line] {
        let before = Dictionary(
            earlier.points.map { ($0.id, $0.verdict) }, uniquingKeysWith: { first, _ in first })
        let changes = later.points.compactMap { point -> Line? in
            guard let old = before[point.id], old.rank != point.verdict.rank else { return nil }
            let isBetter = point.verdict.rank > old.rank
            return Line(
                [
                    .init(text: isBetter ? "+ " : "- ", style: isBetter ? .good : .bad),
                    .init(text: point.head, style: nil),
                    .init(text: ": \(old.rawValue) before, \(point.verdict.rawValue) now", style: .quiet),
                ], indent: 1, hanging: 3)
        }
        let sum = Int((later.coverage * 100).rounded()) - Int((earlier.coverage * 100).rounded())
        let words = sum == 0 ? "as much as before" : "\(sum > 0 ? "+" : "−")\(abs(sum)) points of coverage"
        let title = score == .points ? "Since the attempt before" : "Since the attempt before: \(words)"
        if score == .points, changes.isEmpty { return [Line(Words.nothingNew, .strong), .empty] }
        return [Line(title, .strong)] + changes + [.empty]
    }
}

extension Double {
    fileprivate var style: Line.Style { self >= 0.7 ? .good : self >= 0.4 ? .middling : .bad }
}

extension Verdict {
    var style: Line.Style {
        switch self {
        case .hit, .avoided: .good
        case .partial: .middling
        case .missed: .quiet
        case .contradicted, .held: .bad
        }
    }

    /// The better the higher.
    fileprivate var rank: Int {
        switch self {
        case .contradicted, .held: 0
        case .missed: 1
        case .partial: 2
        case .hit, .avoided: 3
        }
    }
}

extension Remark {
    fileprivate var sentence: String {
        switch self {
        case .unsure: "The evidence is thin here; a person may well see it otherwise."
        case .echo: "This is hardly more than the question's own words."
        case .keywordList:
            "A list of key words: sentences show better that you know how they belong together."
        case .noAnswer: "There was nothing to mark in this answer."
        case .otherLanguage: "Mostly in another language than the key points."
        }
    }
}
