import Marking
import QuestionBank

/// A mark as a person reads it in a terminal.
struct MarkText: CustomStringConvertible {
    let description: String

    init(_ mark: Mark, of question: Question, answer: String) {
        let points = Dictionary(
            question.keyPoints.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let units = Array(answer.utf16)
        var lines = [Terminal.styled("Coverage \(Int((mark.coverage * 100).rounded())) %", .bold)]
        lines += mark.remarks.map { "  \($0.sentence)" }
        for point in mark.points {
            guard let keyPoint = points[point.keyPoint] else { continue }
            let verdict = Terminal.styled(point.verdict.rawValue.padding(to: 12), point.verdict.style)
            lines.append("\(verdict) \(keyPoint.head)")
            for evidence in point.evidence {
                let words = String(decoding: units[evidence.start..<evidence.end], as: UTF16.self)
                lines.append("             “\(words)” " + Terminal.styled(evidence.rule, .faint))
            }
        }
        description = lines.joined(separator: "\n")
    }
}

extension Verdict {
    fileprivate var style: Terminal.Style {
        switch self {
        case .hit, .avoided: .green
        case .partial: .yellow
        case .missed: .faint
        case .contradicted, .held: .red
        }
    }
}

extension Remark {
    fileprivate var sentence: String {
        switch self {
        case .unsure: "The evidence is thin; a person may well see it otherwise."
        case .echo: "Hardly more than the question's own words."
        case .keywordList: "A bare list of key words."
        case .noAnswer: "Nothing that could be marked."
        case .otherLanguage: "Mostly in another language than the key points."
        }
    }
}
