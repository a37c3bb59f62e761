import Interviews
import Marking
import Transcripts

struct German: Texts {
    let code = "de"
    let ways = (
        practise: "Üben", join: "Beitreten", host: "Leiten", transcripts: "Mitschriften", label: "Greenroom"
    )
    let skip = "Zum Inhalt"
    let motto =
        "Bewertet wird die Abdeckung, nie eine Note: Dieselbe Antwort auf dieselbe Frage ergibt immer dasselbe."
    let otherLanguage = (code: "en", name: "English")

    let transcripts = "Mitschriften"
    let noneYet = "Noch keine Mitschrift. Sie erscheinen hier nach deiner ersten Antwort."
    let noneFound = "Zu diesen Filtern passt nichts."
    let clear = "Alles zurücksetzen"
    let search = "Suchen"
    let searchFor = "Wörter in Antworten"
    let filter = (
        topic: "Thema", kind: "Art", verdict: "Punkte", bank: "Fragen", from: "Von", until: "Bis",
        sort: "Reihenfolge"
    )
    let any = (
        topic: "Alle Themen", kind: "Allein und in Runden", verdict: "Alle Antworten", bank: "Jede Fassung"
    )
    func edition(_ hash: String, isOfToday: Bool) -> String {
        isOfToday ? "Die von heute" : "Fassung \(hash)"
    }

    func kind(_ kind: TranscriptQuery.Kind) -> String {
        switch kind {
        case .alone: "Allein"
        case .room: "In Runden"
        case .hosted: "Von mir geleitete Runden"
        }
    }

    func sort(_ sort: TranscriptQuery.Sort) -> String {
        switch sort {
        case .newest: "Neueste zuerst"
        case .oldest: "Älteste zuerst"
        case .best: "Höchste Abdeckung zuerst"
        case .weakest: "Niedrigste Abdeckung zuerst"
        }
    }

    func answersWith(_ verdict: Verdict) -> String {
        switch verdict {
        case .hit: "Mit gefundenen Punkten"
        case .partial: "Mit Punkten zum Teil"
        case .missed: "Mit nicht gefundenen Punkten"
        case .contradicted: "Mit widersprochenen Punkten"
        case .avoided: "Mit vermiedenen Irrtümern"
        case .held: "Mit vertretenen Irrtümern"
        }
    }

    func count(_ transcripts: Int) -> String {
        transcripts == 1 ? "1 Mitschrift" : "\(transcripts) Mitschriften"
    }
    func passages(_ count: Int, hasMore: Bool) -> String {
        hasMore ? "Mehr als \(count) Antworten" : count == 1 ? "1 Antwort" : "\(count) Antworten"
    }
    let missedPoint = "Antworten, denen ein bestimmter Punkt fehlt"
    let pages = (
        label: "Seiten", newer: "Neuere", older: "Ältere", previous: "Vorige Seite", next: "Nächste Seite"
    )
    func page(_ page: Int, of count: Int?) -> String {
        count.map { "Seite \(page) von \($0)" } ?? "Seite \(page)"
    }
    let aboutTopics = "Meine Themen"
    let aboutTopic = "Alles zu diesem Thema"

    let all = "Alle Mitschriften"
    let yours = "Du"
    func topics(_ count: Int) -> String { count == 1 ? "1 Thema" : "\(count) Themen" }
    func mode(_ mode: Settings.Mode) -> String {
        switch mode {
        case .coached: "mit Begleitung"
        case .realistic: "wie im Ernstfall"
        }
    }
    func purpose(_ purpose: Settings.Purpose) -> String? {
        switch purpose {
        case .drawn: nil
        case .due: "was fällig war"
        case .again: "Punkte noch einmal"
        }
    }
    let alone = "allein"
    let otherSeats = "In dieser Runde warst du auch mit einem anderen Browser"
    func inRoom(_ code: String) -> String { code.isEmpty ? "in einer Runde" : "in Runde \(code)" }
    func seed(_ seed: String) -> String { "Startwert \(seed)" }
    func bank(_ hash: String) -> String { "Sammlung \(hash)" }
    func matcher(_ versions: [String]) -> String { "Abgleich \(versions.joined(separator: ", "))" }
    func found(_ found: Int, of needed: Int) -> String {
        "\(found) von \(needed == 1 ? "1 Punkt" : "\(needed) Punkten") gefunden"
    }
    func ticked(_ ticked: Int, of all: Int) -> String { "\(ticked) von \(all) abgehakt" }
    func coverage(_ share: Double) -> String { "Abdeckung \(percent(share))" }
    func byRuling(_ share: Double) -> String { "Abdeckung mit Urteilen \(percent(share))" }
    func inPart(_ count: Int) -> String { "\(count) zum Teil" }
    func answered(_ count: Int, skipped: Int, open: Int) -> String {
        [
            count == 1 ? "1 Frage beantwortet" : "\(count) Fragen beantwortet",
            skipped > 0 ? "\(skipped) übersprungen" : nil, open > 0 ? "\(open) offen" : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }
    func ended(_ reason: Event.Ended.Reason?) -> String? {
        switch reason {
        case nil: "Es läuft noch."
        case .finished: nil
        case .left: "Es wurde vor der letzten Frage beendet. Was nicht gefragt wurde, zählt nirgends."
        case .timeUp: "Die Zeit war vor der letzten Frage um. Was nicht gefragt wurde, zählt nirgends."
        }
    }
    let goOn = "Damit weitermachen"
    let forPaper = "Zum Drucken alles aufklappen"
    let onScreen = "Wieder zuklappen"
    func question(_ number: Int, of count: Int) -> String { "Frage \(number) von \(count)" }
    func attempts(_ count: Int) -> String { count == 1 ? "1 Versuch" : "\(count) Versuche" }
    func attempt(_ number: Int) -> String { "\(number). Versuch" }
    func took(_ milliseconds: Int64) -> String { "\(minutes(milliseconds)) bis zur ersten Antwort" }
    func hints(_ count: Int) -> String { "\(count == 1 ? "1 Tipp" : "\(count) Tipps") genommen" }
    let answer = "Antwort"
    let keyPoints = "Kernpunkte"
    let misconceptions = "Irrtümer"
    let late = "kam nach Ablauf der Zeit"
    let followUp = "Eine Nachfrage"
    let yourWords = "Die Worte dazu"
    let required = "notwendig"
    func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .hit: "Gefunden"
        case .partial: "Zum Teil"
        case .missed: "Nicht gefunden"
        case .contradicted: "Widersprochen"
        case .avoided: "Vermieden"
        case .held: "Vertreten"
        }
    }
    func anyOf(_ needed: Int, _ all: Int) -> String { "\(needed) von \(all) genügen" }
    func foundOfGroup(_ count: Int) -> String { "\(count) gefunden" }
    func foundNames(_ names: String) -> String { "Gefunden: \(names)." }
    func notNeeded(_ names: String) -> String { "Nicht nötig: \(names)." }
    let ruledByOneself = "Nach eigenem Urteil; der Abgleich sah es anders."
    let ruledByHost = "Nach dem Urteil der Leitung; der Abgleich sah es anders."
    let ruledAgainst = "Die Leitung hat entschieden, dass es nicht gesagt ist."
    func ruledBefore(_ attempt: Int) -> String {
        "Nach einem Urteil über dieselben Worte im \(attempt). Versuch."
    }
    let claimed = "Es sei gesagt, heißt es; die Leitung hat noch nicht entschieden."
    func remark(_ remark: Remark) -> String {
        switch remark {
        case .unsure: "Die Belege sind hier dünn; ein Mensch kann das durchaus anders sehen."
        case .echo: "Das sind kaum mehr als die Worte der Frage."
        case .keywordList:
            "Das ist eine Liste von Stichwörtern. Ganze Sätze zeigen besser, wie sie zusammenhängen."
        case .noAnswer: "In dieser Antwort gab es nichts auszuwerten."
        case .otherLanguage:
            "Diese Antwort ist überwiegend in einer anderen Sprache geschrieben als die Kernpunkte."
        }
    }
    let marksLater =
        "Ergebnis und Kernpunkte gibt es, wenn das Interview vorbei ist oder die Leitung sie zeigt."
    let notAnswered = (skipped: "Übersprungen", open: "Offen gelassen")
    let notFound = "Was eine volle Antwort sagt"
    let hintsTaken = "Genommene Tipps"
    let followUps = "Nachfragen"
    let modelAnswer = "Musterantwort"
    let chat = "Chat"
    let toHosts = "an die Leitung"
    func minutes(_ milliseconds: Int64) -> String {
        let seconds = milliseconds / 1000
        return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    }

    func trendOf(_ title: String) -> String { "Abdeckung von \(title), vom frühesten Interview zum letzten" }
    func trend(_ count: Int, from first: Double, to last: Double) -> String {
        count == 1
            ? "Bisher ein Interview: \(percent(last))."
            : "\(count) Interviews, von \(percent(first)) auf \(percent(last))."
    }
    let trendTable = (
        caption: "Abdeckung nach Interview", date: "Datum", coverage: "Abdeckung", questions: "Fragen"
    )
    let missedOften = "Am häufigsten gefehlt"
    func times(_ count: Int) -> String { "\(count)-mal" }
    let practiseTopic = "Dieses Thema üben"
    let noTopics = "Noch kein Thema. Sie erscheinen hier nach deiner ersten Antwort."

    func room(_ code: String) -> String { code.isEmpty ? "Eine Runde" : "Runde \(code)" }
    func people(_ count: Int) -> String { count == 1 ? "1 Person" : "\(count) Personen" }
    let peopleByPoint = "Personen und Kernpunkte"
    let inAll = "Zusammen"
    let peopleByQuestion = "Personen und Fragen"
    let person = "Person"
    let whatTheRoomMisses = "Was die Runde nicht weiß"
    func saidBy(_ said: Int, of answers: Int) -> String { "gesagt von \(said) von \(answers)" }
    let mean = "Alle"
    let noAnswers = "Noch hat niemand geantwortet."
    let partDeleted = "Von der Person selbst gelöscht"

    let nothingHere = (
        title: "Hier ist nichts",
        text:
            "Unter dieser Adresse gibt es nichts, oder es ist nicht für diesen Browser. Mitschriften gehören dem Browser, in dem sie entstanden sind."
    )
    let busy = (
        title: "Einen Moment", text: "Gerade wird zu viel gelesen. Versuch es in ein paar Sekunden wieder."
    )

    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))\u{A0}%" }
    func day(_ at: Timestamp) -> String {
        let date = civil(at)
        return "\(date.day). \(Self.months[date.month - 1]) \(date.year)"
    }
    func moment(_ at: Timestamp) -> String { "\(day(at)), \(civil(at).time) UTC" }
    func month(_ at: Timestamp) -> String { "\(Self.months[civil(at).month - 1]) \(civil(at).year)" }

    private static let months = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
        "November",
        "Dezember",
    ]
}
