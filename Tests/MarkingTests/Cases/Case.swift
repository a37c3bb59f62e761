import Marking
import Testing

/// An answer and what is to be said of each key point: h(it), p(artial), m(issed), c(ontradicted), a(voided), d (held),
/// n (anything but hit), `.` (anything).
struct Case: Sendable, CustomTestStringConvertible {
    let rubric: Rubric
    let answer: String
    let want: String
    let remark: Remark?

    init(_ rubric: Rubric, _ answer: String, _ want: String, _ remark: Remark? = nil) {
        self.rubric = rubric
        self.answer = answer
        self.want = want
        self.remark = remark
    }

    var testDescription: String { "\(want): \(answer.prefix(60))" }

    /// What came out, with the unasked points dotted.
    var got: String {
        let mark = Matcher(rubric).mark(answer)
        return String(
            zip(want, mark.points).map { wanted, point in
                let letter = Self.letter(point.verdict)
                if wanted == "." || wanted == "n" && letter != "h" { return wanted }
                return letter
            })
    }

    private static func letter(_ verdict: Verdict) -> Character {
        switch verdict {
        case .hit: "h"
        case .partial: "p"
        case .missed: "m"
        case .contradicted: "c"
        case .avoided: "a"
        case .held: "d"
        }
    }
}
