import Interviews
import JSONWriting
import Marking
import QuestionBank

/// A transcript as JSON for other programs, as `greenroom.transcript.v1.schema.json` describes it.
public enum TranscriptJSON {
    public static func text(_ transcript: Transcript) -> String {
        (try? JSONText.of(Document(transcript))) ?? "{}"
    }

    private struct Document: Encodable {
        var format = "greenroom.transcript"
        var version = 1
        var interview: InterviewID
        var seat: SeatID
        var name: String?
        var opened: String
        var latest: String
        var ended: String?
        var reason: Event.Ended.Reason?
        var settings: Settings
        var bank: String
        var matchers: [String]
        var topics: [TopicName]
        var room: Bool
        /// 0...1
        var coverage: Double
        var own: Double?
        var found: Int
        var needed: Int
        var questions: [QuestionView]
        var chat: [Message]

        init(_ read: Transcript) {
            (interview, seat, name) = (read.interview, read.seat, read.name?.text)
            (opened, latest) = (read.opened.rfc3339, read.latest.rfc3339)
            (ended, reason) = (read.ending?.at.rfc3339, read.ending?.reason)
            (settings, bank, matchers) = (read.settings, read.bank, read.matchers)
            topics = read.topics.map { TopicName(id: $0.id, title: $0.title) }
            room = read.room != nil
            (coverage, own) = (read.report.coverage, read.report.ownCoverage)
            (found, needed) = read.report.tally
            questions = read.questions.map { QuestionView($0, notes: read.notes) }
            chat = read.chat.map {
                Message(
                    at: $0.at.rfc3339, seat: $0.seat, name: $0.name?.text, text: $0.text,
                    forHosts: $0.isForHosts, pinned: $0.isPinned)
            }
        }
    }

    private struct TopicName: Encodable {
        var id: String
        var title: String
    }

    private struct Message: Encodable {
        var at: String
        var seat: SeatID
        var name: String?
        var text: String
        var forHosts: Bool
        var pinned: Bool
    }
}
