/// What the pages on the bank say, in one language.
struct BankTexts: Sendable {
    var title: String
    var lede: String
    var search: String
    var searchFor: String
    var topic: String
    var anyTopic: String
    var none: String
    var all: String
    var practise: String
    var spoiler: String
    var reveal: String
    var keyPoints: String
    var misconceptions: String
    var misconceptionNote: String
    var modelAnswer: String
    var modelNote: String
    var examples: String
    var example: String
    var exampleLede: String
    var exampleAnswer: String
    var startNow: String
    var difficulty: @Sendable (String) -> String
    var questions: @Sendable (Int) -> String
    var anyOf: @Sendable (Int, Int) -> String

    static func of(_ code: String) -> BankTexts { code == "de" ? german : english }

    private static let english = BankTexts(
        title: "The questions", lede: "Every question that is asked here, to be read in peace.",
        search: "Search", searchFor: "Words of the question", topic: "Topic", anyTopic: "All topics",
        none: "No question has all these words.", all: "All questions", practise: "Practise this topic",
        spoiler:
            "Below stand the key points and the model answer. Whoever has read them can practise the words, "
            + "but no longer find out what they knew.",
        reveal: "Show them all the same", keyPoints: "Key points", misconceptions: "Misconceptions",
        misconceptionNote: "What a good answer does not say.",
        modelAnswer: "Model answer",
        modelNote: "What is marked in it says a key point.", examples: "Sample answers, as they are marked",
        example: "A marked answer",
        exampleLede:
            "This is what comes back for an answer: the words that say something, and what they say.",
        exampleAnswer: "Somebody’s answer", startNow: "Start an interview of your own",
        difficulty: { ["easy": "Easy", "medium": "Medium", "hard": "Hard"][$0] ?? $0 },
        questions: { $0 == 1 ? "1 question" : "\($0) questions" }, anyOf: { "Any \($0) of \($1) are enough" })

    private static let german = BankTexts(
        title: "Die Fragen", lede: "Alle Fragen, die hier gestellt werden, zum Lesen in Ruhe.",
        search: "Suchen", searchFor: "Wörter der Frage", topic: "Thema", anyTopic: "Alle Themen",
        none: "Keine Frage hat alle diese Wörter.", all: "Alle Fragen", practise: "Dieses Thema üben",
        spoiler:
            "Darunter stehen die Kernpunkte und die Musterantwort. Wer sie gelesen hat, kann die Worte üben, "
            + "aber nicht mehr herausfinden, was er wusste.",
        reveal: "Trotzdem zeigen", keyPoints: "Kernpunkte", misconceptions: "Irrtümer",
        misconceptionNote: "Was eine gute Antwort nicht sagt.",
        modelAnswer: "Musterantwort",
        modelNote: "Was darin markiert ist, sagt einen Kernpunkt.",
        examples: "Beispielantworten, wie sie ausgewertet werden", example: "Eine ausgewertete Antwort",
        exampleLede: "Das kommt auf eine Antwort zurück: die Worte, die etwas sagen, und was sie sagen.",
        exampleAnswer: "Jemandes Antwort", startNow: "Selbst ein Gespräch beginnen",
        difficulty: { ["easy": "Leicht", "medium": "Mittel", "hard": "Schwer"][$0] ?? $0 },
        questions: { $0 == 1 ? "1 Frage" : "\($0) Fragen" }, anyOf: { "\($0) von \($1) genügen" })
}
