import Interviews
import Marking
import Transcripts

/// What was said of each key point of an answer.
struct PointList {
    let texts: any Texts
    let attempt: Attempt
    let isForPaper: Bool
    /// What the points are written in; `nil` in a page of that language.
    var lang: String?

    /// Of misconceptions only those that were held: silence about one is no merit, and its text would only put it
    /// into the head.
    func html(_ lines: [PointLine]) -> HTML {
        let points = lines.filter { !$0.isMisconception }
        let held = lines.filter { $0.isMisconception && !$0.isAvoided }
        return h(
            "div", ["class": "marked-points"],
            list(points, title: texts.keyPoints), list(held, title: texts.misconceptions))
    }

    private func list(_ lines: [PointLine], title: String) -> HTML? {
        guard !lines.isEmpty else { return nil }
        return h("h4", [:], HTML(title)) + h("ul", ["class": "points"], lines.map(line))
    }

    private func line(_ line: PointLine) -> HTML {
        switch line {
        case .point(let point): item(point)
        case .group(let group): item(group)
        }
    }

    private func item(_ point: JudgedPoint) -> HTML {
        let verdict = point.shown
        let head = HTML([
            h("span", ["class": "verdict-icon"], Pictures.icon(Pictures.Name(verdict))),
            h(
                "span", ["class": "point-head", "dir": "auto"],
                h("span", ["lang": lang], HTML(point.keyPoint.head)),
                point.keyPoint.isRequired ? h("span", ["class": "note"], " (\(texts.required))") : nil),
            h("span", ["class": "visually-hidden"], ": "),
            h("span", ["class": "verdict"], HTML(texts.verdict(verdict))),
        ])
        let gist =
            point.keyPoint.gist.isEmpty
            ? nil : h("p", ["class": "gist", "dir": "auto", "lang": lang], HTML(point.keyPoint.gist))
        return h(
            "li", ["class": "point", "data-verdict": verdict.rawValue, "data-point": point.keyPoint.id],
            h("div", ["class": "point-row"], head), gist, rulingNote(on: point), why(point))
    }

    /// The words that the verdict rests on, folded.
    private func why(_ point: JudgedPoint) -> HTML? {
        let ranges = point.ruling?.isSaid == true ? point.ruling?.ranges ?? [] : []
        let words = point.evidence.map { ($0.start, $0.end, $0.rule) } + ranges.map { ($0.start, $0.end, "") }
        guard !words.isEmpty else { return nil }
        let items = words.map { start, end, rule in
            h(
                "li", [:], h("q", ["dir": "auto"], HTML(quote(start, end))),
                rule.isEmpty ? nil : h("span", ["class": "note"], " \(texts.rule(rule))"))
        }
        return h(
            "details", ["class": "why-words", "open": isForPaper ? "" : nil],
            h("summary", [:], HTML(texts.yourWords)), h("ul", [:], items))
    }

    private func rulingNote(on point: JudgedPoint) -> HTML? {
        let note: String? =
            if let ruling = point.ruling {
                ruling.by == nil
                    ? texts.ruledByOneself : ruling.isSaid ? texts.ruledByHost : texts.ruledAgainst
            } else if let attempt = point.ruledWith {
                texts.ruledBefore(attempt)
            } else if point.isTakenBack {
                texts.ruledByOneself
            } else {
                point.claim.map { _ in texts.claimed }
            }
        return note.map { h("p", ["class": "gist ruled"], HTML($0)) }
    }

    private func item(_ group: JudgedGroup) -> HTML {
        let said = group.points.filter(\.isFound)
        let open = group.isComplete ? [] : group.points.filter { !$0.isFound }
        let verdict: Verdict = group.isComplete ? .hit : said.isEmpty ? .missed : .partial
        func names(_ points: [JudgedPoint]) -> String { points.map(\.keyPoint.head).joined(separator: "; ") }
        return h(
            "li", ["class": "point group", "data-verdict": verdict.rawValue],
            h(
                "div", ["class": "point-row"],
                h("span", ["class": "verdict-icon"], Pictures.icon(Pictures.Name(verdict))),
                h("span", ["class": "point-head"], HTML(texts.anyOf(group.needed, group.points.count))),
                h("span", ["class": "visually-hidden"], ": "),
                h("span", ["class": "verdict"], HTML(texts.foundOfGroup(group.found)))),
            said.isEmpty
                ? nil
                : h("p", ["class": "gist", "dir": "auto"], inBankWords(texts.foundNames, names(said))),
            group.notNeeded.isEmpty
                ? nil
                : h(
                    "p", ["class": "gist", "dir": "auto"],
                    inBankWords(texts.notNeeded, names(group.notNeeded))),
            open.isEmpty ? nil : h("ul", ["class": "points"], open.map(item)),
            HTML(said.compactMap(why)))
    }

    /// Words of the bank within a sentence of the page's own.
    private func inBankWords(_ sentence: (String) -> String, _ words: String) -> HTML {
        let gap: Character = "\u{1}"
        let sentence = sentence(String(gap))
        let (before, after) = (sentence.prefix { $0 != gap }, sentence.drop { $0 != gap }.dropFirst())
        return HTML(String(before)) + h("span", ["lang": lang], HTML(words)) + HTML(String(after))
    }

    private func quote(_ start: Int, _ end: Int) -> String {
        Highlight.pieces(of: attempt.text, [.init(start: start, end: end, point: "")])
            .filter { !$0.points.isEmpty }.map(\.text).joined()
    }
}

extension PointLine {
    fileprivate var isMisconception: Bool {
        if case .point(let point) = self { point.keyPoint.isMisconception } else { false }
    }

    fileprivate var isAvoided: Bool {
        if case .point(let point) = self { point.shown == .avoided } else { false }
    }
}

extension JudgedPoint {
    /// A person's word before the matcher's.
    var shown: Verdict {
        if isTakenBack { return .missed }
        return ruledWith == nil ? verdict : keyPoint.isMisconception ? .avoided : .hit
    }
}

extension Pictures.Name {
    init(_ verdict: Verdict) {
        self =
            switch verdict {
            case .hit: .hit
            case .partial: .partial
            case .missed: .missed
            case .contradicted: .contradicted
            case .avoided: .avoided
            case .held: .held
            }
    }
}
