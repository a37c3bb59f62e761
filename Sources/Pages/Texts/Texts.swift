import Interviews
import Marking
import Transcripts

/// What pages say, in one language. The same words as the client's.
protocol Texts: Sendable {
    /// BCP 47.
    var code: String { get }
    var ways: (practise: String, join: String, host: String, transcripts: String, label: String) { get }
    var skip: String { get }
    var motto: String { get }
    var otherLanguage: (code: String, name: String) { get }

    // The list
    var transcripts: String { get }
    var noneYet: String { get }
    var noneFound: String { get }
    var clear: String { get }
    var search: String { get }
    var searchFor: String { get }
    var filter:
        (
            topic: String, kind: String, verdict: String, bank: String, from: String, until: String,
            sort: String
        )
    { get }
    var any: (topic: String, kind: String, verdict: String, bank: String) { get }
    func edition(_ hash: String, isOfToday: Bool) -> String
    func kind(_ kind: TranscriptQuery.Kind) -> String
    func sort(_ sort: TranscriptQuery.Sort) -> String
    func answersWith(_ verdict: Verdict) -> String
    func count(_ transcripts: Int) -> String
    func passages(_ count: Int, hasMore: Bool) -> String
    var missedPoint: String { get }
    var pages: (label: String, newer: String, older: String, previous: String, next: String) { get }
    func page(_ page: Int, of count: Int?) -> String
    var aboutTopics: String { get }
    var aboutTopic: String { get }

    // One transcript
    var all: String { get }
    var yours: String { get }
    func topics(_ count: Int) -> String
    func mode(_ mode: Settings.Mode) -> String
    func purpose(_ purpose: Settings.Purpose) -> String?
    var alone: String { get }
    var otherSeats: String { get }
    func inRoom(_ code: String) -> String
    func seed(_ seed: String) -> String
    func bank(_ hash: String) -> String
    func matcher(_ versions: [String]) -> String
    func found(_ found: Int, of needed: Int) -> String
    /// Of a story.
    func ticked(_ ticked: Int, of all: Int) -> String
    func coverage(_ share: Double) -> String
    func byRuling(_ share: Double) -> String
    func inPart(_ count: Int) -> String
    func answered(_ count: Int, skipped: Int, open: Int) -> String
    func ended(_ reason: Event.Ended.Reason?) -> String?
    var goOn: String { get }
    var forPaper: String { get }
    var onScreen: String { get }
    func question(_ number: Int, of count: Int) -> String
    func attempts(_ count: Int) -> String
    func attempt(_ number: Int) -> String
    func took(_ milliseconds: Int64) -> String
    func hints(_ count: Int) -> String
    var answer: String { get }
    var keyPoints: String { get }
    var misconceptions: String { get }
    var late: String { get }
    var followUp: String { get }
    var yourWords: String { get }
    var required: String { get }
    func verdict(_ verdict: Verdict) -> String
    func anyOf(_ needed: Int, _ all: Int) -> String
    func foundOfGroup(_ count: Int) -> String
    func foundNames(_ names: String) -> String
    func notNeeded(_ names: String) -> String
    var ruledByOneself: String { get }
    var ruledByHost: String { get }
    var ruledAgainst: String { get }
    func ruledBefore(_ attempt: Int) -> String
    /// Why words stand for a key point, from the English sentence that a mark keeps for ever.
    func rule(_ sentence: String) -> String
    var claimed: String { get }
    func remark(_ remark: Remark) -> String
    var marksLater: String { get }
    var notAnswered: (skipped: String, open: String) { get }
    var notFound: String { get }
    var hintsTaken: String { get }
    var followUps: String { get }
    var modelAnswer: String { get }
    var chat: String { get }
    var toHosts: String { get }
    func minutes(_ milliseconds: Int64) -> String

    // A topic
    func trendOf(_ title: String) -> String
    func trend(_ count: Int, from first: Double, to last: Double) -> String
    var trendTable: (caption: String, date: String, coverage: String, questions: String) { get }
    var missedOften: String { get }
    func times(_ count: Int) -> String
    var practiseTopic: String { get }
    var noTopics: String { get }

    // A room
    func room(_ code: String) -> String
    func people(_ count: Int) -> String
    var peopleByQuestion: String { get }
    var peopleByPoint: String { get }
    var inAll: String { get }
    var person: String { get }
    var whatTheRoomMisses: String { get }
    func saidBy(_ said: Int, of answers: Int) -> String
    var mean: String { get }
    var noAnswers: String { get }
    /// Of a candidate's part of the room.
    var partDeleted: String { get }

    // Side by side
    var sides: (point: String, change: String, same: String, notAsked: String) { get }
    func sum(_ gained: Int, _ lost: Int, _ same: Int) -> String
    var compare:
        (
            link: String, title: String, with: String, go: String, nothing: String, oneAttempt: String
        )
    { get }
    var remarked: (link: String, title: String, lede: String, kept: String, today: String) { get }
    func remarked(_ changed: Int, of answers: Int, gone: Int) -> String

    // To carry away, and for others
    var download: (label: String, all: String) { get }
    func format(_ format: TranscriptFormat) -> String
    var shares:
        (title: String, none: String, read: String, comment: String, toRead: String, toComment: String)
    {
        get
    }
    func shared(_ at: Timestamp) -> String
    /// Where a note is the owner's, as the owner reads it and as others do; behind the name of anybody else.
    var notes: (title: String, own: String, owner: String, guest: String, whole: String, takenAway: String)
    {
        get
    }
    func note(_ number: Int) -> String
    func until(_ at: Timestamp?) -> String

    // Several browsers
    var browsers: BrowserTexts { get }
    func comesAlong(_ transcripts: Int) -> String
    func linked(_ since: Timestamp) -> String
    func writtenDown(_ at: Timestamp) -> String

    // Where nothing is
    var nothingHere: (title: String, text: String) { get }
    var busy: (title: String, text: String) { get }

    func percent(_ share: Double) -> String
    func day(_ at: Timestamp) -> String
    func moment(_ at: Timestamp) -> String
    func month(_ at: Timestamp) -> String
}

struct BrowserTexts: Sendable {
    var title: String
    var elsewhere: String
    var lede: String
    var scripts: String
    var link: (title: String, text: String)
    var code: (title: String, text: String, none: String)
    var claim: (title: String, text: String)
    var warning: String
    var list: (title: String, here: String, first: String)
}

extension Texts {
    /// The parts of a moment in UTC.
    func civil(_ at: Timestamp) -> (year: String, month: Int, day: Int, time: String) {
        let text = at.rfc3339
        let parts = text.prefix(10).split(separator: "-")
        guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]) else {
            return (text, 1, 1, "")
        }
        return (String(parts[0]), month, day, String(text.dropFirst(11).prefix(5)))
    }
}

/// The languages that pages are written in.
enum Languages {
    static let all: [any Texts] = [English(), German()]

    /// By what was chosen, else by what the browser asks for, RFC 9110 §12.5.4.
    static func texts(chosen: String?, accepted: String?) -> any Texts {
        if let chosen, let found = all.first(where: { $0.code == chosen }) { return found }
        let wishes = (accepted ?? "").prefix(500).split(separator: ",").map {
            part -> (code: Substring, weight: Double) in
            let fields = part.split(separator: ";").map { $0.drop { $0 == " " } }
            let weight = fields.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            return ((fields.first ?? "").prefix { $0 != "-" }, weight ?? 1)
        }
        let best = wishes.enumerated().sorted { one, other in
            one.element.weight == other.element.weight
                ? one.offset < other.offset : one.element.weight > other.element.weight
        }
        return best.lazy.compactMap { wish in all.first { $0.code == wish.element.code.lowercased() } }.first
            ?? English()
    }
}
