import Interviews
import Marking
import QuestionBank

/// Transcripts as a table: a row for each key point of each attempt, and of each question without one.
public enum TranscriptCSV {
    /// The mark by which Excel knows UTF-8, and the names of the columns.
    public static let head =
        "\u{FEFF}"
        + row([
            "interview", "candidate", "date", "topic", "question", "question id", "question text", "attempt",
            "best attempt", "coverage", "key point", "weight", "required", "misconception", "any of",
            "verdict",
            "ruling", "counts as said", "needed", "evidence", "answer",
        ])

    public static func rows(_ transcript: Transcript) -> String {
        transcript.questions.map { asked in
            let front = front(asked, of: transcript)
            guard !asked.attempts.isEmpty else {
                return asked.showsMarks
                    ? points(Attempt.unmade, of: asked).map { row(front + ["", "", ""] + $0 + [""]) }.joined()
                    : row(front + Array(repeating: "", count: 14))
            }
            return asked.attempts.map { attempt in
                let about = [
                    String(attempt.number), yes(attempt.number == asked.result.bestAttempt),
                    attempt.mark.map { "\(($0.coverage * 1000).rounded() / 1000)" } ?? "",
                ]
                let points = points(attempt, of: asked)
                // An answer without a mark is an answer all the same.
                let rows = points.isEmpty ? [Array(repeating: "", count: 10)] : points
                return rows.map { row(front + about + $0 + [attempt.text]) }.joined()
            }.joined()
        }.joined()
    }

    private static func front(_ asked: AskedQuestion, of transcript: Transcript) -> [String] {
        [
            transcript.interview.text, transcript.name?.text ?? "", transcript.opened.rfc3339,
            transcript.topic(asked.question.topic)?.title ?? asked.question.topic, String(asked.index + 1),
            asked.question.id, asked.question.prompt,
        ]
    }

    private static func points(_ attempt: Attempt, of asked: AskedQuestion) -> [[String]] {
        attempt.lines(of: asked.question).flatMap { line -> [[String]] in
            switch line {
            case .point(let point):
                [self.point(point, "", isNeeded: !point.keyPoint.isMisconception, attempt)]
            case .group(let group):
                group.points.map { point in
                    self.point(
                        point, "any \(group.needed) of \(group.points.count)",
                        isNeeded: !group.isComplete || point.isFound, attempt)
                }
            }
        }
    }

    private static func point(
        _ point: JudgedPoint, _ group: String, isNeeded: Bool, _ attempt: Attempt
    ) -> [String] {
        let keyPoint = point.keyPoint
        return [
            keyPoint.head, "\(keyPoint.weight)", yes(keyPoint.isRequired), yes(keyPoint.isMisconception),
            group,
            point.verdict.rawValue,
            point.ruling.map { $0.isSaid ? "said" : "not said" }
                ?? (point.isTakenBack ? "not said" : point.ruledWith == nil ? "" : "said"),
            yes(point.isFound), yes(isNeeded),
            point.evidence.compactMap { attempt.text.words(from: $0.start, to: $0.end) }.joined(
                separator: " … "),
        ]
    }

    private static func yes(_ isSo: Bool) -> String { isSo ? "yes" : "no" }

    /// Lines end in CR LF, RFC 4180.
    private static func row(_ fields: [String]) -> String {
        fields.map(TableField.written).joined(separator: ",") + "\r\n"
    }
}

extension Attempt {
    /// What stands for the answer that nobody gave: every point is missing.
    fileprivate static let unmade = Attempt(
        number: 0, at: Timestamp(milliseconds: 0), text: "", reply: nil, isLate: false,
        mark: Mark(points: [], coverage: 0, remarks: [], matcher: ""), claims: [], rulings: [])
}
