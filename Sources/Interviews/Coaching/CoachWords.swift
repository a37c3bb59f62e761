/// What a coach says of its own, in the language of the question.
struct CoachWords {
    /// Follow-up questions that give nothing away, one after the other.
    let beyond: [String]
    /// Before and behind a part of the question.
    let untouched: (before: String, after: String)
    /// Before and behind a word that tells something of the point.
    let about: (before: String, after: String)
    /// Where there is no such word.
    let readAgain: String

    /// - Parameter language: as in ``Question/language``; where there are no words in it, English ones are used.
    init(_ language: String?) {
        switch language?.split(separator: "-").first {
        case "de":
            beyond = ["Was gehört noch zu einer vollständigen Antwort?", "Und was darüber hinaus?"]
            untouched = ("Zu diesem Teil haben Sie noch nichts gesagt: „", "“")
            about = ("Es fehlt noch etwas, das mit „", "“ zu tun hat.")
            readAgain =
                "Es fehlt noch etwas. Lesen Sie die Frage noch einmal: Wonach fragt sie, worauf Sie nicht eingegangen sind?"
        default:
            beyond = ["What else belongs to a full answer?", "And what beyond that?"]
            untouched = ("You have not come to this part yet: “", "”")
            about = ("Something is still missing that has to do with “", "”.")
            readAgain =
                "Something is still missing. Read the question once more: what does it ask that you left out?"
        }
    }
}
