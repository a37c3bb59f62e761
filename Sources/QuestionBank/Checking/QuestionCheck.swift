import Marking

/// Checks one question by marking its own texts.
struct QuestionCheck {
    private let question: Question
    private let matcher: Matcher
    private(set) var problems: [Problem] = []

    init(_ question: Question) {
        self.question = question
        matcher = Matcher(question.rubric)
        guard !question.keyPoints.isEmpty else {
            empty()
            return
        }
        guard question.isMarkable else { return }
        modelAnswer()
        samples()
        reach()
        discrimination()
    }

    /// Drafted points are a start, not an author's word.
    private var severity: Problem.Severity { question.hasAuthoredPoints ? .error : .warning }

    private mutating func empty() {
        let isOpen = question.flags.contains(.withoutAnswer)
        // An open question does no harm: no interview asks it.
        add(
            .warning, .noKeyPoints,
            isOpen
                ? "has neither key points nor a model answer, and is asked in no interview"
                : "has no key points",
            "add a list below ### Key points")
    }

    private mutating func modelAnswer() {
        guard let answer = question.modelAnswer, question.hasAuthoredPoints else { return }
        let mark = matcher.mark(answer)
        for (point, result) in zip(question.keyPoints, mark.points)
        where point.isMisconception && result.verdict == .held {
            add(
                .error, .modelAnswer, "the model answer says the misconception \"\(point.head)\"", "reword it"
            )
        }
        guard mark.coverage < 0.9995 else { return }
        let missing = zip(question.keyPoints, mark.points)
            .filter { !$0.isMisconception && $1.verdict != .hit }
            .map { "\"\($0.head)\" \($1.verdict.rawValue)" }
        let percent = Int((mark.coverage * 100).rounded(.down))
        guard !missing.isEmpty else {
            let remarks = mark.remarks.map { "\($0)" }.joined(separator: ", ")
            add(
                .error, .modelAnswer,
                "the model answer says every point, but is marked \(percent) %\(remarks.isEmpty ? "" : ": " + remarks)",
                "write it in sentences, as somebody says it")
            return
        }
        add(
            .error, .modelAnswer, "the model answer covers \(percent) %: \(missing.joined(separator: ", "))",
            "say these points in it, or add the words it uses as phrasings (Also)")
    }

    private mutating func samples() {
        for sample in question.samples {
            let mark = matcher.mark(sample.text)
            for (point, result) in zip(question.keyPoints, mark.points) {
                guard let expected = sample.expected[point.id], expected != result.verdict else { continue }
                add(
                    .error, .sample,
                    "the sample \"\(sample.name)\" gets \(result.verdict.rawValue) for \"\(point.head)\", not \(expected.rawValue)",
                    "add a phrasing (Also), or correct the sample or its verdict")
            }
        }
    }

    /// A point that not even its own words hit.
    private mutating func reach() {
        for (index, point) in question.keyPoints.enumerated() {
            let texts = [point.head, point.gist, point.head + ": " + point.gist] + point.phrasings
            let wanted: Verdict = point.isMisconception ? .held : .hit
            let isReached = texts.contains { text in
                !text.isEmpty && matcher.mark(text).points[index].verdict == wanted
            }
            guard !isReached else { continue }
            add(
                severity, .unreachablePoint, "nothing hits \"\(point.head)\", not even its own words",
                "name it by words that are not in the question, or add phrasings (Also)")
        }
    }

    /// A point that the question itself or empty talk hits.
    private mutating func discrimination() {
        let idle = [(question.prompt, "the question's own words hit"), (Self.talk, "empty talk hits")]
        for (text, what) in idle {
            let mark = matcher.mark(text)
            for (point, result) in zip(question.keyPoints, mark.points)
            where result.verdict == .hit || result.verdict == .held {
                add(
                    severity, .alwaysHit, "\(what) \"\(point.head)\"",
                    "give it a head and phrasings that say more")
            }
        }
    }

    /// What says nothing about anything.
    private static let talk = """
        That is a good question. I have worked on this in several projects, and I think it depends on the situation. \
        First I would look at the problem with my team, then try some things, see what works and make it better.
        """

    private mutating func add(
        _ severity: Problem.Severity, _ rule: Problem.Rule, _ what: String, _ remedy: String
    ) {
        problems.append(
            Problem(severity: severity, location: question.source, what: what, remedy: remedy, rule: rule))
    }
}
