import Interviews
import JSONWriting
import Marking
import QuestionBank

/// A transcript as Markdown that reads well and can be imported again: what is for people stands there as they read
/// it, and what only the import needs in comments. A candidate's words are in the text alone.
public struct MarkdownTranscript {
    private let excerpt: Excerpt
    private let isImportable: Bool
    private var lines: [String] = []

    /// - Parameter isImportable: without the comments it is for reading alone.
    public static func text(_ excerpt: Excerpt, isImportable: Bool = true) -> String {
        var writer = MarkdownTranscript(excerpt: excerpt, isImportable: isImportable)
        writer.write()
        return writer.lines.joined(separator: "\n") + "\n"
    }

    private init(excerpt: Excerpt, isImportable: Bool) {
        (self.excerpt, self.isImportable) = (excerpt, isImportable)
    }

    private var transcript: Transcript { excerpt.transcript }

    private mutating func write() {
        lines += MarkdownHead.lines(transcript)
        for recorded in excerpt.events {
            comment(recorded)
            show(recorded)
        }
        let answers = transcript.questions.filter { $0.modelAnswer != nil }
        if !answers.isEmpty { lines += ["", "## Model answers"] }
        for asked in answers {
            lines +=
                ["", "\(asked.index + 1). Model answer", ""]
                + SafeMarkdown.quoted(asked.modelAnswer ?? "")
        }
    }

    private mutating func comment(_ recorded: RecordedEvent) {
        guard isImportable else { return }
        var entry = MarkdownEntry(at: recorded.at, event: recorded.event)
        switch recorded.event {
        case .opened(var opened):
            (entry.interview, entry.seat) = (excerpt.interview, excerpt.seat)
            opened.questions = []
            entry.event = .opened(opened)
        case .questionAsked(let asked):
            // Once, where it is asked first.
            let isFirst = !excerpt.events.prefix { $0.seq < recorded.seq }.contains {
                if case .questionAsked(let before) = $0.event {
                    before.question == asked.question
                } else {
                    false
                }
            }
            if isFirst {
                entry.question = transcript.questions.first { $0.index == asked.question }?.question
            }
        case .answered(var answered):
            answered.text = ""
            entry.event = .answered(answered)
        default: break
        }
        guard let json = try? JSONText.of(entry) else { return }
        lines += ["", MarkdownEntry.opening + json.inComment + MarkdownEntry.closing]
    }

    private mutating func show(_ recorded: RecordedEvent) {
        func head(_ question: Int, _ point: String) -> String {
            let points = transcript.questions.first { $0.index == question }?.question.keyPoints
            return SafeMarkdown.inline(points?.first { $0.id == point }?.head ?? point)
        }
        switch recorded.event {
        case .questionAsked(let asked):
            guard let question = transcript.questions.first(where: { $0.index == asked.question }) else {
                return
            }
            let title = transcript.topic(question.question.topic)?.title ?? question.question.topic
            let about = [MarkdownQuote.inline(title), question.question.difficulty?.rawValue]
            lines += [
                "", "## \(asked.question + 1). \(about.compactMap(\.self).joined(separator: " · "))", "",
            ]
            lines += SafeMarkdown.quoted(question.question.prompt)
        case .questionReopened(let reopened):
            lines += ["", "*Back to question \(reopened.question + 1).*"]
        case .answered(let answered):
            guard let question = transcript.questions.first(where: { $0.index == answered.question }),
                let attempt = question.attempts.first(where: { $0.number == answered.attempt })
            else { return }
            lines += MarkdownAttempt(attempt, of: question, showsNumbers: showsNumbers).lines
            for note in transcript.notes
            where (note.place.question, note.place.attempt) == (question.index, attempt.number) {
                let range = note.place.range
                lines += MarkdownNote.lines(
                    note, about: attempt.text.words(from: range.start, to: range.end),
                    isImportable: isImportable)
            }
        case .hintTaken(let taken):
            lines += ["", "**Hint:** \(SafeMarkdown.inline(taken.hint.text))"]
        case .probed(let probed):
            lines += ["", "**Follow-up:** \(SafeMarkdown.inline(probed.text))"]
        case .disputed(let disputed):
            let words = disputed.isWithdrawn ? "Taken back" : "“I did say that”"
            lines += ["", "**\(words):** \(head(disputed.question, disputed.point))"]
        case .ruled(let ruled):
            let words = ruled.isWithdrawn ? "ruling taken back" : ruled.isSaid ? "said" : "not said"
            lines += ["", "**The host:** \(head(ruled.question, ruled.point)): \(words)"]
        case .modelAnswerRevealed:
            lines += ["", "*The model answer was shown.*"]
        case .questionSkipped:
            lines += ["", "*Skipped.*"]
        case .said(let said):
            let name = transcript.chat.first { $0.seq == recorded.seq }?.name?.text ?? said.seat.text
            lines += ["", "**\(MarkdownQuote.inline(name)):** \(MarkdownQuote.inline(said.text))"]
        case .ended(let ended):
            let words =
                switch ended.reason {
                case .finished: "The end."
                case .left: "Ended before the last question."
                case .timeUp: "The time was up."
                }
            lines += ["", "*\(words)*"]
        default: break
        }
    }

    private var showsNumbers: Bool { transcript.settings.score == .coverage }
}

/// What a comment holds.
struct MarkdownEntry: Codable {
    static let opening = "<!-- greenroom "
    static let closing = " -->"
    static let currentVersion = 1

    var at: Timestamp
    var event: Event
    var question: Question?
    /// With the first.
    var interview: InterviewID?
    var seat: SeatID?
    var version: Int?

    init(at: Timestamp, event: Event) {
        (self.at, self.event) = (at, event)
        if case .opened = event { version = Self.currentVersion }
    }
}

extension String {
    /// JSON that no comment ends in.
    var inComment: String {
        replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
    }
}
