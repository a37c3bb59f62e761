package import Marking

extension Report.OfQuestion {
    /// How one answer did, outside any interview.
    package init(of mark: Mark, in rubric: Rubric) {
        let tally = Tally(mark, in: rubric)
        self.init(
            index: 0, outcome: .answered, attempts: 1, bestAttempt: 1, coverage: mark.coverage,
            ownCoverage: nil,
            found: tally.found, needed: tally.needed, missed: [], elapsed: nil, hints: 0,
            isStory: false)
    }
}
