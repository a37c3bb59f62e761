/// What the matcher says of one attempt. Coverage, never a grade.
public struct Mark: Hashable, Sendable, Codable {
    /// One result for each key point of the rubric, in the rubric's order.
    public var points: [PointMark]
    /// The weighted share of the key points that the answer says, 0...1.
    public var coverage: Double
    /// What a reader should know about the answer as a whole.
    public var remarks: [Remark]
    /// The version of the matching rules: marks of different versions are not comparable.
    public var matcher: String

    public init(points: [PointMark], coverage: Double, remarks: [Remark], matcher: String) {
        self.points = points
        self.coverage = coverage
        self.remarks = remarks
        self.matcher = matcher
    }
}

/// What the matcher says of one key point in one attempt.
public struct PointMark: Hashable, Sendable, Codable {
    /// The ``KeyPoint/id`` this is about.
    public var keyPoint: String
    public var verdict: Verdict
    /// How much of the point was found, 0...1; the verdict follows from it and from the rules that fired.
    public var strength: Double
    /// The candidate's own words that the verdict rests on, in the order of the answer.
    public var evidence: [Evidence]

    public init(keyPoint: String, verdict: Verdict, strength: Double, evidence: [Evidence]) {
        self.keyPoint = keyPoint
        self.verdict = verdict
        self.strength = strength
        self.evidence = evidence
    }
}

public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    case hit, partial, missed
    /// Said in the negative: "dropout does not regularise".
    case contradicted
    /// A misconception that the answer does not show, or shows.
    case avoided, held
}

/// A place in the answer and the rule by which it counts.
public struct Evidence: Hashable, Sendable, Codable {
    /// Offset of the first UTF-16 code unit in the answer, as a browser counts.
    public var start: Int
    /// Offset after the last UTF-16 code unit.
    public var end: Int
    /// Why these words count, in words a person understands: "said as a synonym of `fast`".
    public var rule: String

    public init(start: Int, end: Int, rule: String) {
        self.start = start
        self.end = end
        self.rule = rule
    }
}

/// A remark about an answer as a whole.
public enum Remark: String, Hashable, Sendable, Codable, CaseIterable {
    /// The evidence is thin; a person may well see it otherwise.
    case unsure
    /// Hardly more than the question's own words.
    case echo
    /// A bare list of key words.
    case keywordList
    /// "I don't know", or nothing that could be marked.
    case noAnswer
    /// Mostly in another language or script than the key points.
    case otherLanguage
}
