public import Interviews
public import Marking
public import QuestionBank

/// A question with all that one seat did about it.
public struct AskedQuestion: Hashable, Sendable {
    /// Index of the question in the interview.
    public var index: Int
    public var question: Question
    public var askedAt: Timestamp
    /// What became of it, as the report says.
    public var result: Report.OfQuestion
    public var attempts: [Attempt]
    public var hints: [HintTaken]
    public var followUps: [FollowUpAsked]
    public var isSkipped: Bool
    /// When the candidate had the model answer shown.
    public var revealedAt: Timestamp?
    /// In Markdown; `nil` where there is none, or the reader may not see it yet.
    public var modelAnswer: String?
    /// Whether the reader may see marks and key points; until then ``result`` and ``Attempt/mark`` say nothing.
    public var showsMarks: Bool

    public struct HintTaken: Hashable, Sendable {
        public var at: Timestamp
        /// How many attempts there had been.
        public var attempts: Int
        public var hint: Hint
    }

    public struct FollowUpAsked: Hashable, Sendable {
        public var at: Timestamp
        /// The attempt that it follows.
        public var attempt: Int
        /// The key point that it asks about.
        public var point: String
        public var text: String
    }

    /// The attempt with the highest coverage.
    public var best: Attempt? { attempts.first { $0.number == result.bestAttempt } }
}

/// One answer, with what was said of it.
public struct Attempt: Hashable, Sendable {
    /// Counted from 1.
    public var number: Int
    public var at: Timestamp
    /// All that counts for this attempt; with the reply to a follow-up question the answer before it too.
    public var text: String
    public var reply: Event.Answered.Reply?
    public var isLate: Bool
    /// As it was made when the answer came; `nil` where the reader may not see it yet.
    public var mark: Mark?
    /// The verdicts that the candidate disputes and nobody has decided about; none where nobody hosts.
    public var claims: [Claim]
    /// What a person decided about a verdict: a host, or where nobody hosts the candidate.
    public var rulings: [PersonsRuling]
    /// The points that count as said by a ruling, each with the attempt that the ruling was made for: it stands in
    /// other attempts with the same words too.
    public var standing: [String: Int] = [:]
    /// The points of a story that were found and do not count by its teller's own ruling.
    public var takenBack: Set<String> = []

    public struct Claim: Hashable, Sendable {
        public var at: Timestamp
        /// ``KeyPoint/id``
        public var point: String
        /// The words that say it, as the candidate marked them; may be empty.
        public var ranges: [TextRange]
    }

    public struct PersonsRuling: Hashable, Sendable {
        public var at: Timestamp
        /// ``KeyPoint/id``
        public var point: String
        public var isSaid: Bool
        /// The words that say it; may be empty.
        public var ranges: [TextRange]
        /// The host who decided; `nil` where it is the candidate's own.
        public var by: SeatID?
    }

    /// The mark with what persons decided in place of the matcher's verdicts; `nil` where they changed nothing.
    public func ruledMark(in rubric: Rubric) -> Mark? {
        guard let mark, !standing.isEmpty || !takenBack.isEmpty else { return nil }
        let ruled = mark.ruled(said: Set(standing.keys), takenBack: takenBack, in: rubric)
        return ruled == mark ? nil : ruled
    }
}
