import Interviews
import Marking
import QuestionBank

/// An answer and what was said of it, as Markdown.
struct MarkdownAttempt {
    private let attempt: Attempt
    private let question: AskedQuestion
    private let showsNumbers: Bool

    init(_ attempt: Attempt, of question: AskedQuestion, showsNumbers: Bool) {
        (self.attempt, self.question, self.showsNumbers) = (attempt, question, showsNumbers)
    }

    var lines: [String] {
        var title =
            attempt.reply == nil ? "Attempt \(attempt.number)" : "Attempt \(attempt.number), with the reply"
        if let mark = attempt.mark, showsShare {
            title += " · \(mark.coverage.asPercent)"
            if let own = attempt.ruledMark(in: question.question.rubric)?.coverage {
                title += ", \(own.asPercent) with rulings"
            }
        }
        if attempt.isLate { title += " · late" }
        // The answer first: the import takes the block that follows a comment.
        return ["", "**\(title)**", ""] + MarkdownQuote.lines(attempt.text) + [""] + points
    }

    /// Of a story of one's own no share is told, nor where nothing has to be said.
    private var showsShare: Bool {
        showsNumbers && question.question.kind != .checklist
            && Tally(nil, in: question.question.rubric).needed > 0
    }

    private var points: [String] {
        attempt.lines(of: question.question).flatMap { line -> [String] in
            switch line {
            case .point(let point): return self.point(point).map { [$0] } ?? []
            case .group(let group):
                let box = group.isComplete ? "x" : " "
                let title = "- [\(box)] Any \(group.needed) of \(group.points.count) · said \(group.found)"
                return [title]
                    + group.points.compactMap { point in
                        self.point(point, isNeeded: !group.isComplete).map { "  " + $0 }
                    }
            }
        }
    }

    /// `nil` for a misconception that nobody held: there is nothing to say about it.
    private func point(_ point: JudgedPoint, isNeeded: Bool = true) -> String? {
        let head = SafeMarkdown.inline(point.keyPoint.head)
        let gist = SafeMarkdown.inline(point.keyPoint.gist)
        let name = gist.isEmpty ? "**\(head)**" : "**\(head)**: \(gist)"
        var notes = point.evidence.compactMap { evidence in
            words(evidence.start, evidence.end).map { "“\(MarkdownQuote.inline($0))”" }
        }
        if let ruling = point.ruling {
            let whose = ruling.by == nil ? "by own ruling" : "by the host's ruling"
            notes.append("\(ruling.isSaid ? "said" : "not said") \(whose)")
            notes += ruling.ranges.compactMap { words($0.start, $0.end) }.map {
                "“\(MarkdownQuote.inline($0))”"
            }
        } else if let attempt = point.ruledWith {
            notes.append("said by the ruling on attempt \(attempt)")
        } else if point.isTakenBack {
            notes.append("not said by own ruling")
        } else if point.claim != nil {
            notes.append("disputed")
        }
        if point.keyPoint.isMisconception {
            guard point.verdict == .held else { return nil }
            return "- Misconception: " + ([name] + notes).joined(separator: " · ")
        }
        if !point.isFound, !point.isTakenBack {
            notes.insert(isNeeded ? point.verdict.inWords : "not needed", at: 0)
        }
        return "- [\(point.isFound ? "x" : " ")] " + ([name] + notes).joined(separator: " · ")
    }

    private func words(_ start: Int, _ end: Int) -> String? {
        attempt.text.words(from: start, to: end)
    }
}

extension Verdict {
    fileprivate var inWords: String {
        switch self {
        case .hit: "found"
        case .partial: "found in part"
        case .missed: "not found"
        case .contradicted: "said the other way round"
        case .avoided: "not held"
        case .held: "held"
        }
    }
}

extension String {
    /// A part of the text, in UTF-16 code units; `nil` where it is not there.
    func words(from start: Int, to end: Int) -> String? {
        let units = utf16
        guard 0 <= start, start < end, end <= units.count else { return nil }
        let from = units.index(units.startIndex, offsetBy: start)
        return String(decoding: units[from..<units.index(from, offsetBy: end - start)], as: UTF16.self)
    }
}
