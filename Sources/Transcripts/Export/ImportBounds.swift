import Interviews
import Marking
import QuestionBank

/// What holds of every event that this program writes, and must hold of those that come from a file.
enum ImportBounds {
    /// An interview's events at most.
    static let events = 20_000
    /// In UTF-16 code units: what is no answer. Nothing of a question is longer.
    private static let text = Question.longest
    private static let keyPoints = 200

    static func hold(_ at: Timestamp) -> Bool {
        (0...253_402_300_799_999).contains(at.milliseconds)
    }

    static func hold(_ event: Event) -> Bool {
        switch event {
        case .opened(let opened): hold(opened)
        case .answered(let answered):
            answered.text.utf16.count <= Interview.maximumAnswerLength
                && (answered.reply.map { (0...answered.text.utf16.count).contains($0.start) } ?? true)
                && hold(answered.mark, of: answered.text)
        case .disputed(let disputed): hold(disputed.ranges)
        case .ruled(let ruled): hold(ruled.ranges)
        case .modelAnswerRevealed(let revealed): hold(revealed.said ?? [])
        case .planChanged(let changed):
            (0...Settings.maximumCount).contains(changed.from) && changed.questions.allSatisfy(hold)
        case .timeExtended(let extended): (15...3600).contains(extended.seconds)
        case .probed(let probed): isShort(probed.text)
        case .hintTaken(let taken): isShort(taken.hint.text) && (1...Hint.steps).contains(taken.hint.step)
        case .said(let said): isShort(said.text)
        case .seatTaken(let taken): taken.seat.name.map { SeatName($0.text) != nil } ?? true
        default: true
        }
    }

    static func hold(_ question: Question) -> Bool {
        let points = question.keyPoints
        return points.count <= keyPoints && Set(points.map(\.id)).count == points.count
            && isShort(question.prompt) && isShort(question.modelAnswer ?? "")
            && points.allSatisfy { point in
                point.weight > 0 && point.weight <= 1000 && isShort(point.head) && isShort(point.gist)
                    && (point.group.map(question.groups.indices.contains) ?? true)
            }
            && question.groups.allSatisfy { (1...keyPoints).contains($0.needed) }
    }

    private static func hold(_ opened: Event.Opened) -> Bool {
        let settings = opened.settings
        return (settings.count.map { (1...Settings.maximumCount).contains($0) } ?? true)
            && settings.seed.utf16.count <= Settings.maximumSeedLength
            && (settings.limit.map { Settings.TimeLimit.allowedSeconds.contains($0.seconds) } ?? true)
            && settings.weights.values.allSatisfy { (1...Settings.maximumWeight).contains($0) }
            && (opened.room.map { (0...RoomRules.maximumReview).contains($0.reviewSeconds) } ?? true)
            && opened.topics.count <= 1000 && opened.topics.allSatisfy { isShort($0.title) }
            && opened.bank.utf8.count <= 200
    }

    private static func hold(_ mark: Mark, of text: String) -> Bool {
        let length = text.utf16.count
        return (0...1).contains(mark.coverage) && mark.points.count <= keyPoints
            && mark.matcher.utf8.count <= 100
            && mark.points.allSatisfy { point in
                (0...1).contains(point.strength) && point.evidence.count <= 1000
                    && point.evidence.allSatisfy { 0 <= $0.start && $0.start <= $0.end && $0.end <= length }
            }
    }

    private static func hold(_ ranges: [TextRange]) -> Bool {
        ranges.count <= 20
            && ranges.allSatisfy {
                0 <= $0.start && $0.start < $0.end && $0.end <= Interview.maximumAnswerLength
            }
    }

    private static func hold(_ said: [Event.ModelAnswerRevealed.Said]) -> Bool {
        said.count <= Event.ModelAnswerRevealed.mostSaid
            && said.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= text && isShort($0.point) }
    }

    private static func isShort(_ text: String) -> Bool { text.utf16.count <= self.text }
}
