public import Marking

extension Response {
    /// The verdicts of the best attempt as they stand with the rulings, a letter for each point in the rubric's order:
    /// `h`it, `p`artial, `m`issed, `c`ontradicted; of a misconception `x` where it is held, else `-`. Empty where
    /// there is no attempt.
    public func letters(in rubric: Rubric) -> String {
        guard let best, let bestAttempt else { return "" }
        let ruled = ruled(best, of: bestAttempt, in: rubric)
        let verdicts = Dictionary(
            ruled.points.map { ($0.keyPoint, $0.verdict) }, uniquingKeysWith: { first, _ in first })
        return String(
            rubric.keyPoints.map { point -> Character in
                switch verdicts[point.id] {
                case .hit: "h"
                case .partial: "p"
                case .contradicted: "c"
                case .held: "x"
                case .avoided: "-"
                case .missed, nil: point.isMisconception ? "-" : "m"
                }
            })
    }
}
