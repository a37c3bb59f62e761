import Interviews
import Marking
import QuestionBank

extension TranscriptJSON {
    struct QuestionView: Encodable {
        var index: Int
        var id: String
        var topic: String
        var language: String?
        var difficulty: Difficulty?
        var prompt: String
        var asked: String
        var outcome: Report.Outcome
        var coverage: Double
        var own: Double?
        var found: Int
        var needed: Int
        var best: Int?
        var groups: [GroupView]
        var attempts: [AttemptView]
        var hints: [HintView]
        var followUps: [FollowUpView]
        var revealed: String?
        var modelAnswer: String?

        init(_ asked: AskedQuestion, notes: [Note]) {
            let (question, result) = (asked.question, asked.result)
            (index, id, topic) = (asked.index, question.id, question.topic)
            (language, difficulty, prompt) = (question.language, question.difficulty, question.prompt)
            self.asked = asked.askedAt.rfc3339
            (outcome, coverage, own) = (result.outcome, result.coverage, result.ownCoverage)
            (found, needed, best) = (result.found, result.needed, result.bestAttempt)
            groups = asked.showsMarks ? question.groups.indices.map { GroupView($0, of: question) } : []
            let threads = NoteThread.threads(of: notes.filter { $0.place.question == asked.index })
            attempts = asked.attempts.map { attempt in
                AttemptView(
                    attempt, of: question,
                    threads: threads.filter { $0.head.place.attempt == attempt.number })
            }
            hints = asked.hints.map {
                HintView(
                    at: $0.at.rfc3339, attempts: $0.attempts, point: $0.hint.point, step: $0.hint.step,
                    text: $0.hint.text)
            }
            followUps = asked.followUps.map {
                FollowUpView(at: $0.at.rfc3339, attempt: $0.attempt, point: $0.point, text: $0.text)
            }
            (revealed, modelAnswer) = (asked.revealedAt?.rfc3339, asked.modelAnswer)
        }
    }

    /// "Any 2 of these."
    struct GroupView: Encodable {
        var needed: Int
        var points: [String]

        init(_ index: Int, of question: Question) {
            let members = question.keyPoints.filter { $0.group == index && !$0.isMisconception }
            points = members.map(\.id)
            needed = min(max(1, question.groups[index].needed), members.count)
        }
    }

    struct HintView: Encodable {
        var at: String
        var attempts: Int
        var point: String
        var step: Int
        var text: String
    }

    struct FollowUpView: Encodable {
        var at: String
        var attempt: Int
        var point: String
        var text: String
    }

    struct AttemptView: Encodable {
        var number: Int
        var at: String
        var text: String
        var reply: Event.Answered.Reply?
        var late: Bool
        /// Absent where the reader may not see the mark yet.
        var coverage: Double?
        var own: Double?
        var remarks: [Remark]?
        var matcher: String?
        var points: [PointView]?
        /// Absent where there are none.
        var notes: [ThreadView]?

        init(_ attempt: Attempt, of question: Question, threads: [NoteThread]) {
            notes = threads.isEmpty ? nil : threads.map(ThreadView.init)
            (number, at, text) = (attempt.number, attempt.at.rfc3339, attempt.text)
            (reply, late) = (attempt.reply, attempt.isLate)
            guard let mark = attempt.mark else { return }
            (coverage, remarks, matcher) = (mark.coverage, mark.remarks, mark.matcher)
            own = attempt.ruledMark(in: question.rubric)?.coverage
            points = attempt.lines(of: question).flatMap { line in
                switch line {
                case .point(let point): [PointView(point)]
                case .group(let group): group.points.map(PointView.init)
                }
            }
        }
    }

    struct PointView: Encodable {
        var id: String
        var head: String
        var gist: String
        var weight: Double
        var required: Bool
        var misconception: Bool
        /// An index into ``QuestionView/groups``.
        var group: Int?
        var verdict: Verdict
        var evidence: [Evidence]
        var ruling: RulingView?
        var disputed: Bool

        init(_ point: JudgedPoint) {
            let keyPoint = point.keyPoint
            (id, head, gist) = (keyPoint.id, keyPoint.head, keyPoint.gist)
            (weight, required, misconception) = (
                keyPoint.weight, keyPoint.isRequired, keyPoint.isMisconception
            )
            (group, verdict, evidence) = (keyPoint.group, point.verdict, point.evidence)
            ruling = point.ruling.map {
                RulingView(at: $0.at.rfc3339, said: $0.isSaid, ranges: $0.ranges, by: $0.by)
            }
            disputed = point.claim != nil
        }
    }

    /// A note about a part of the attempt's text, with what was replied to it.
    struct ThreadView: Encodable {
        var range: TextRange
        var note: NoteView
        var replies: [NoteView]

        init(_ thread: NoteThread) {
            (range, note) = (thread.head.place.range, NoteView(thread.head))
            replies = thread.replies.map(NoteView.init)
        }
    }

    struct NoteView: Encodable {
        var at: String
        /// Absent where it is the owner's, and where the note was taken away.
        var name: String?
        /// Absent where it was taken away and others have replied to it.
        var text: String?

        init(_ note: Note) {
            (at, name) = (note.at.rfc3339, note.name?.text)
            text = note.isTakenAway ? nil : note.text
        }
    }

    struct RulingView: Encodable {
        var at: String
        var said: Bool
        var ranges: [TextRange]
        /// The host who decided; absent where it is the candidate's own.
        var by: SeatID?
    }
}
