import Interviews
import Marking
import Wire

extension Feedback {
    /// How much was found, each key point with the words it rests on, and what is new. What was not found has no name
    /// as long as its question keeps it to itself. In a realistic interview there is nothing of that yet.
    static func mark(
        _ answered: ServerMessage.Answered, after earlier: ServerMessage.Answered?,
        of question: AskedQuestion,
        _ score: Settings.Score
    ) -> [Line] {
        guard let mark = answered.mark else { return [Line(Words.noted, .quiet), .empty] }
        let label = answered.attempt > 1 ? "Attempt \(answered.attempt)" : "Coverage"
        let needed = mark.tally?.needed ?? mark.points.count { !$0.misconception }
        let hasNumbers = score == .coverage && question.head.checklist != true && needed > 0
        var lines = needed > 0 ? [points(mark, needed)] : []
        if hasNumbers { lines.append(coverage(mark.coverage, label: label)) }
        lines += mark.remarks.map { Line($0.sentence, .quiet, indent: 2) }
        lines += [.empty] + list(mark, of: answered.text, unnamed: question.unnamed(in: mark)) + [.empty]
        if question.head.checklist == true { lines += [Line(Words.checklist, .quiet), .empty] }
        if let earlier = earlier?.mark {
            lines += difference(from: earlier, to: mark, hasNumbers ? .coverage : .points)
        }
        return lines
    }

    /// How many, and no share of anything.
    private static func points(_ mark: MarkView, _ needed: Int) -> Line {
        let points = mark.points.filter { !$0.misconception }
        let found = mark.tally?.found ?? points.count { $0.verdict == .hit }
        let partly = mark.tally?.inPart ?? points.count { $0.verdict == .partial }
        let all = Words.plural(needed, "key point")
        guard found > 0 else {
            return Line(partly > 0 ? "\(partly) of \(all) found in part" : "Nothing found yet", .strong)
        }
        return Line("\(found) of \(all) found" + (partly > 0 ? ", \(partly) in part" : ""), .strong)
    }

    /// The points one after the other, a group as one thing where the first of its points stands. They are numbered as
    /// the server lists them, so that `/dispute` means the same one whatever is shown.
    private static func list(_ mark: MarkView, of text: String, unnamed: Set<String>) -> [Line] {
        let units = Array(text.utf16)
        var lines: [Line] = []
        var groups: Set<Int> = []
        func line(_ index: Int, indent: Int) -> [Line] {
            point(
                mark.points[index], number: index + 1, units, indent: indent,
                isNamed: !unnamed.contains(mark.points[index].id))
        }
        for (index, one) in mark.points.enumerated() {
            if one.misconception, one.verdict == .avoided { continue }
            guard let number = one.group, let group = mark.group(of: one) else {
                lines += line(index, indent: 1)
                continue
            }
            guard groups.insert(number).inserted else { continue }
            let members = mark.points.indices.filter { mark.points[$0].group == number }
            lines.append(
                Line(
                    [
                        .init(text: "Any \(group.needed) of \(members.count)", style: .strong),
                        .init(text: " · said \(group.said)", style: group.isComplete ? .good : .middling),
                    ], indent: 1))
            let shown = members.filter { !group.isComplete || mark.points[$0].verdict == .hit }
            lines += shown.flatMap { line($0, indent: 3) }
            let rest = members.filter { !shown.contains($0) }.map { mark.points[$0].head }
            if !rest.isEmpty { lines.append(Line(Words.notNeeded(rest), .quiet, indent: 3, hanging: 5)) }
        }
        return lines
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

    private static func point(
        _ point: MarkView.PointView, number: Int, _ units: [UInt16], indent: Int, isNamed: Bool
    ) -> [Line] {
        var spans = [
            Line.Span(text: "\(number).".padding(to: 3), style: .quiet), .init(text: " ", style: nil),
            .init(text: point.verdict.words.padding(to: 12), style: point.verdict.style),
            .init(text: " " + (isNamed ? point.head : Words.unnamed), style: isNamed ? nil : .quiet),
        ]
        if isNamed, point.required, point.verdict != .hit {
            spans.append(.init(text: " (required)", style: .quiet))
        }
        return [Line(spans, indent: indent, hanging: indent + 17)]
            + point.evidence.map { evidence in
                let end = min(evidence.end, units.count)
                let words = String(decoding: units[min(evidence.start, end)..<end], as: UTF16.self)
                return Line(
                    [
                        .init(text: "“\(words.replacing("\n", with: " "))”", style: nil),
                        .init(text: " " + evidence.rule, style: .quiet),
                    ], indent: indent + 17, hanging: indent + 17)
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
                    .init(text: ": \(old.words) before, \(point.verdict.words) now", style: .quiet),
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
    /// What was found, never what somebody failed to do.
    var words: String {
        switch self {
        case .hit: "found"
        case .partial: "in part"
        case .missed: "not found"
        case .contradicted: "contradicted"
        case .avoided: "avoided"
        case .held: "held"
        }
    }

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
