import Interviews
import Transcripts

extension English {
    var sides: (point: String, change: String, same: String, notAsked: String) {
        ("Point", "Change", "as before", "No such point")
    }
    func sum(_ gained: Int, _ lost: Int, _ same: Int) -> String {
        "\(gained) gained, \(lost) weaker, \(same) as before"
    }
    var compare:
        (
            link: String, title: String, with: String, go: String, nothing: String, oneAttempt: String
        )
    {
        (
            "Compare", "Point by point", "Compare with", "Compare",
            "The two were not asked the same question.",
            "Every question was answered once. Choose another interview to compare it with."
        )
    }
    var remarked: (link: String, title: String, lede: String, kept: String, today: String) {
        (
            "Mark again", "With today’s bank",
            "What today’s bank and matcher would say of the same answers. The kept marks stay as they are.",
            "Kept mark", "Today"
        )
    }
    func remarked(_ changed: Int, of answers: Int, gone: Int) -> String {
        let first =
            switch (changed, answers) {
            case (0, 1): "The answer gets the same verdicts."
            case (_, 1): "The answer gets other verdicts."
            case (0, _): "All \(answers) answers get the same verdicts."
            default: "\(changed) of \(answers) answers get other verdicts."
            }
        return gone == 0
            ? first : "\(first) \(gone) more are to questions that the bank does not have any more."
    }
    var download: (label: String, all: String) { ("Download:", "Download all (zip)") }
    func format(_ format: TranscriptFormat) -> String {
        switch format {
        case .markdown: "Markdown"
        case .json: "JSON"
        case .csv: "Table (CSV)"
        case .anki: "Missed points (Anki)"
        }
    }
    var shares:
        (title: String, none: String, read: String, comment: String, toRead: String, toComment: String)
    {
        (
            "What I have shared", "You have shared no transcript.", "to read", "to read and comment",
            "Shared with you to read", "Shared with you to read and comment"
        )
    }
    var notes: (title: String, own: String, owner: String, guest: String, whole: String, takenAway: String) {
        ("Notes", "You", "The candidate", "guest", "About the whole answer", "Taken away by who wrote it.")
    }
    func note(_ number: Int) -> String { "Note \(number)" }
    func shared(_ at: Timestamp) -> String { "shared \(day(at))" }
    func until(_ at: Timestamp?) -> String { at.map { "until \(moment($0))" } ?? "until you take it back" }

    var browsers: BrowserTexts {
        BrowserTexts(
            title: "Use on another device",
            elsewhere: "You have practised in another browser? Bring it here.",
            lede:
                "Your transcripts belong to this browser. Another one, on a phone or a second computer, can have them too: what is due, every transcript, and whatever you practise on either of them from then on.",
            scripts: "Links and codes are made by a script, which this browser does not run.",
            link: (
                "Open a link on the other device",
                "It works once, within ten minutes. Whoever opens it has everything of yours, so send it to nobody but yourself."
            ),
            code: (
                "A recovery code, for when this device is lost",
                "Write it down and keep it where you keep passwords. It brings everything back in any browser, as often as you need it, until you replace it.",
                "There is none yet."
            ),
            claim: (
                "Bring it here with a code",
                "You have a recovery code from another browser? Enter it here; this browser then has everything that belongs to it."
            ),
            warning:
                "Go on only if you made the link or the code yourself: whoever made it will have everything that you practise here.",
            list: ("Browsers that have everything", "this browser", "the first one"))
    }
    func comesAlong(_ transcripts: Int) -> String {
        switch transcripts {
        case 0: "In this browser there is no transcript yet, so nothing has to be brought together."
        case 1:
            "The 1 transcript of this browser, and what is due here, come along: both browsers then have both."
        default:
            "The \(transcripts) transcripts of this browser, and what is due here, come along: both browsers then have both."
        }
    }
    func linked(_ since: Timestamp) -> String { "linked \(moment(since))" }
    func writtenDown(_ at: Timestamp) -> String { "You have one since \(day(at))." }
}
