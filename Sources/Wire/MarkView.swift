public import Marking
import QuestionBank

/// A mark beside the key points it is about, as a candidate may see it once the answer is kept.
public struct MarkView: Hashable, Sendable, Codable {
    public var coverage: Double
    public var remarks: [Remark]
    public var matcher: String
    public var points: [PointView]
    /// How many of the points that a full answer needs were said: of a group of which some are enough ("any 2 of 4")
    /// as many as it needs.
    public var tally: Tally?

    public struct PointView: Hashable, Sendable, Codable {
        public var id: String
        public var head: String
        public var gist: String
        public var weight: Double
        public var required: Bool
        public var misconception: Bool
        public var verdict: Verdict
        public var strength: Double
        public var evidence: [Evidence]
        /// The attempt with the same words that a ruling was made for: by it the point counts as said, or where its
        /// verdict is `hit`, in a story, as not said.
        public var ruled: Int?
        /// Its place in the tally's groups; absent where the point stands alone.
        public var group: Int?
    }

    /// - Parameter ruled: the points on which a ruling stands, each with the attempt that it was made for.
    init(_ mark: Mark, of question: Question, ruled: [String: Int] = [:]) {
        let known = question.keyPoints
        coverage = mark.coverage.rounded4
        remarks = mark.remarks
        matcher = mark.matcher
        // They stand in the order of the question, unless that has changed since.
        points = mark.points.indices.compactMap { place in
            let point = mark.points[place]
            let isInPlace = place < known.count && known[place].id == point.keyPoint
            guard let index = isInPlace ? place : known.firstIndex(where: { $0.id == point.keyPoint }) else {
                return nil
            }
            return PointView(point, of: known[index], ruled: ruled.isEmpty ? nil : ruled[point.keyPoint])
        }
        tally = Tally(mark, in: question.rubric)
    }
}

extension MarkView.PointView {
    init(_ point: PointMark, of keyPoint: KeyPoint, ruled: Int?) {
        self.init(
            id: keyPoint.id, head: keyPoint.head, gist: keyPoint.gist, weight: keyPoint.weight,
            required: keyPoint.isRequired, misconception: keyPoint.isMisconception, verdict: point.verdict,
            strength: point.strength.rounded4, evidence: point.evidence, ruled: ruled,
            group: keyPoint.group)
    }
}
