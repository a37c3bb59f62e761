import Interviews
import Transcripts

extension German {
    var sides: (point: String, change: String, same: String, notAsked: String) {
        ("Punkt", "Änderung", "wie zuvor", "Kein solcher Punkt")
    }
    func sum(_ gained: Int, _ lost: Int, _ same: Int) -> String {
        "\(gained) dazugekommen, \(lost) schwächer, \(same) wie zuvor"
    }
    var compare:
        (
            link: String, title: String, with: String, go: String, nothing: String, oneAttempt: String
        )
    {
        (
            "Vergleichen", "Punkt für Punkt", "Vergleichen mit", "Vergleichen",
            "In beiden wurde keine gleiche Frage gestellt.",
            "Jede Frage wurde einmal beantwortet. Wähle ein anderes Interview zum Vergleichen."
        )
    }
    var remarked: (link: String, title: String, lede: String, kept: String, today: String) {
        (
            "Neu bewerten", "Mit den Fragen von heute",
            "Was heutige Fragen und Regeln zu denselben Antworten sagen würden. Die alten Bewertungen bleiben, wie sie sind.",
            "Damals", "Heute"
        )
    }
    func remarked(_ changed: Int, of answers: Int, gone: Int) -> String {
        let first =
            switch (changed, answers) {
            case (0, 1): "Die Antwort wird gleich bewertet."
            case (_, 1): "Die Antwort wird anders bewertet."
            case (0, _): "Alle \(answers) Antworten werden gleich bewertet."
            default: "\(changed) von \(answers) Antworten werden anders bewertet."
            }
        return gone == 0 ? first : "\(first) \(gone) weitere gehören zu Fragen, die es nicht mehr gibt."
    }
    var download: (label: String, all: String) { ("Herunterladen:", "Alles herunterladen (zip)") }
    func format(_ format: TranscriptFormat) -> String {
        switch format {
        case .markdown: "Markdown"
        case .json: "JSON"
        case .csv: "Tabelle (CSV)"
        case .anki: "Fehlende Punkte (Anki)"
        }
    }
    var shares:
        (title: String, none: String, read: String, comment: String, toRead: String, toComment: String)
    {
        (
            "Was ich geteilt habe", "Du hast keine Mitschrift geteilt.", "zum Lesen",
            "zum Lesen und Kommentieren",
            "Mit dir zum Lesen geteilt", "Mit dir zum Lesen und Kommentieren geteilt"
        )
    }
    var notes: (title: String, own: String, owner: String, guest: String, whole: String, takenAway: String) {
        (
            "Notizen", "Du", "Wer geantwortet hat", "Gast", "Zur ganzen Antwort",
            "Von der Person zurückgenommen, die es geschrieben hat."
        )
    }
    func note(_ number: Int) -> String { "Notiz \(number)" }
    func shared(_ at: Timestamp) -> String { "geteilt am \(day(at))" }
    func until(_ at: Timestamp?) -> String { at.map { "bis \(moment($0))" } ?? "bis du es zurücknimmst" }

    var browsers: BrowserTexts {
        BrowserTexts(
            title: "Auf einem anderen Gerät nutzen",
            elsewhere: "Du hast schon in einem anderen Browser geübt? Hol es hierher.",
            lede:
                "Deine Mitschriften gehören diesem Browser. Ein anderer, auf dem Telefon oder einem zweiten Rechner, kann sie auch haben: was fällig ist, jede Mitschrift, und was du von da an auf einem von beiden übst.",
            scripts: "Links und Codes erzeugt ein Skript, das dieser Browser nicht ausführt.",
            link: (
                "Auf dem anderen Gerät einen Link öffnen",
                "Er geht einmal, innerhalb von zehn Minuten. Wer ihn öffnet, hat alles von dir: Schick ihn niemandem außer dir selbst."
            ),
            code: (
                "Ein Wiederherstellungscode, falls dieses Gerät verloren geht",
                "Schreib ihn auf und bewahre ihn auf wie ein Passwort. Er bringt in jedem Browser alles zurück, so oft du ihn brauchst, bis du ihn ersetzt.",
                "Es gibt noch keinen."
            ),
            claim: (
                "Mit einem Code hierher holen",
                "Du hast einen Wiederherstellungscode aus einem anderen Browser? Gib ihn hier ein; dann hat dieser Browser alles, was dazu gehört."
            ),
            warning:
                "Mach nur weiter, wenn der Link oder der Code von dir selbst ist: Von wem er ist, bekommt alles, was du hier übst.",
            list: ("Browser, die alles haben", "dieser Browser", "der erste"))
    }
    func comesAlong(_ transcripts: Int) -> String {
        switch transcripts {
        case 0: "In diesem Browser gibt es noch keine Mitschrift, also ist nichts zusammenzuführen."
        case 1:
            "Die eine Mitschrift dieses Browsers, und was hier fällig ist, kommt mit: Beide Browser haben dann beides."
        default:
            "Die \(transcripts) Mitschriften dieses Browsers, und was hier fällig ist, kommen mit: Beide Browser haben dann beides."
        }
    }
    func linked(_ since: Timestamp) -> String { "verbunden am \(moment(since))" }
    func writtenDown(_ at: Timestamp) -> String { "Du hast einen seit dem \(day(at))." }
}
