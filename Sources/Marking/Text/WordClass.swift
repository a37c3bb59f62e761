/// What a function word does to the words around it. Content words have no class.
struct WordClass: OptionSet, Sendable {
    let rawValue: Int32

    /// Carries no content of its own.
    static let stop = WordClass(rawValue: 1 << 0)
    /// Turns what follows into its contrary: not, without, never.
    static let negator = WordClass(rawValue: 1 << 1)
    /// Ends the reach of a negation: but, because, which.
    static let breaker = WordClass(rawValue: 1 << 2)
    /// Names what is not meant: unlike, instead of, rather than.
    static let contrast = WordClass(rawValue: 1 << 3)
    /// A negator before one of these does not negate: not only, not just.
    static let limiter = WordClass(rawValue: 1 << 4)
    /// Wants a noun after it: the, a, every.
    static let determiner = WordClass(rawValue: 1 << 5)
    /// Stands before what it governs: of, with, into.
    static let preposition = WordClass(rawValue: 1 << 6)
    static let auxiliary = WordClass(rawValue: 1 << 7)
    static let conjunction = WordClass(rawValue: 1 << 8)
    static let pronoun = WordClass(rawValue: 1 << 9)
    /// Denies, but at the head of a sentence only supposes: without.
    static let supposing = WordClass(rawValue: 1 << 10)
    /// A contrast only with `than` or `of` after it.
    static let comparing = WordClass(rawValue: 1 << 11)
    static let article = WordClass(rawValue: 1 << 12)
    /// A verb that no preposition can stand before.
    static let finite = WordClass(rawValue: 1 << 13)

    /// Says with the word before it that somebody does not know: `dont know`, `no idea`.
    static let known = WordClass(rawValue: 1 << 14)
    static let idea = WordClass(rawValue: 1 << 15)
    static let knownOpener = WordClass(rawValue: 1 << 16)
    static let ideaOpener = WordClass(rawValue: 1 << 17)
    /// Says so alone: `idk`.
    static let disclaimer = WordClass(rawValue: 1 << 18)
    /// A function word of another language.
    static let foreign = WordClass(rawValue: 1 << 19)

    /// Begins a new statement after `instead of ...`.
    static let subject = WordClass(rawValue: 1 << 20)

    /// A negator only of what is said after it: `false that`, but not a `false alarm`.
    static let judging = WordClass(rawValue: 1 << 21)
    /// As a second negator it takes the first one back: `not without`, `never fails`.
    static let takingBack = WordClass(rawValue: 1 << 22)
    /// What is denied in `not true that`.
    static let verdict = WordClass(rawValue: 1 << 23)
    /// Says in the positive that something is not done: stops, unused.
    static let refusing = WordClass(rawValue: 1 << 24)

    /// A content word so common that it tells little; English ones are known by their frequency.
    static let everyday = WordClass(rawValue: 1 << 25)
    /// Denies the whole clause from near its end: `das hilft nicht`.
    static let late = WordClass(rawValue: 1 << 26)

    /// Says in the positive that what follows is not wanted: `avoid mocking` is `don't mock`, yet `avoids leakage` is
    /// also `prevents leakage`.
    static let avoiding = WordClass(rawValue: 1 << 27)

    /// A negator only of what it fails to do.
    static let beforeInfinitive = WordClass(rawValue: 1 << 28)

    /// Function words by which a phrase says something and does not only name it.
    static let telling: WordClass = [
        .negator, .breaker, .contrast, .limiter, .determiner, .preposition, .auxiliary, .pronoun, .finite,
    ]

    func disclaims(after before: WordClass) -> Bool {
        guard !isDisjoint(with: [.known, .idea, .disclaimer]) else { return false }
        return contains(.disclaimer) || contains(.known) && before.contains(.knownOpener)
            || contains(.idea) && before.contains(.ideaOpener)
    }

    /// The classes of folded words by their hashes; a word without one is not there.
    static func table(_ language: Language) -> IndexTable {
        switch language {
        case .english: english
        case .german: german
        case .spanish: spanish
        }
    }

    private static let english = table(of: lists)
    private static let german = table(of: germanLists)
    private static let spanish = table(of: spanishLists)

    private static func table(of lists: [(String, WordClass)]) -> IndexTable {
        var classes: [UInt64: WordClass] = [:]
        for (words, wordClass) in lists {
            for word in words.split(whereSeparator: \.isWhitespace) {
                classes[Hash.of(word.utf8), default: []].formUnion(wordClass)
            }
        }
        return IndexTable(
            classes.sorted { $0.key < $1.key }.map { ($0.key, $0.value.rawValue) }, isSparse: true)
    }

    private static let lists: [(String, WordClass)] = [
        ("a an the", .article),
        ("a an the this that these those each every any some", [.stop, .determiner]),
        (
            """
            it its itself he she they them their theirs his her hers him i me my we our us you your myself
            yourself himself herself ourselves yourselves themselves
            """,
            [.stop, .pronoun]
        ),
        ("there here", .stop),
        (
            """
            is are was were be been being am do does did doing done has have had having will would shall should can
            could may might must get gets got gotten
            """, [.stop, .auxiliary]
        ),
        (
            """
            of in on at by for to from with as into onto upon about through via than between within across among during
            along
            """,
            [.stop, .preposition]
        ),
        ("and or", [.stop, .conjunction]),
        ("nor", [.stop, .conjunction, .negator]),
        (
            "but however although though because whereas while hence therefore thus",
            [.stop, .conjunction, .breaker]
        ),
        ("since so if when where which who whom whose then yet otherwise", [.stop, .breaker]),
        ("what how why also very really quite even still both such too like", .stop),
        ("just only merely simply solely", [.stop, .limiter]),
        ("let lets s t re ve ll d m eg ie etc well way ways thing things one ones", .stop),
        ("make makes made making", .stop),
        (
            """
            not no never none neither cannot dont doesnt didnt isnt arent wasnt werent wont wouldnt shouldnt couldnt
            hasnt havent hadnt cant neednt mustnt mightnt shant without hardly rarely seldom barely scarcely nothing
            nobody nowhere aint
            """, [.stop, .negator]
        ),
        (
            "lack lacks lacking fail fails failed failing unable impossible absence false wrong incorrect",
            .negator
        ),
        (
            "is are was were am do does did has have had will would shall should can could may might must",
            .finite
        ),
        ("false wrong incorrect", .judging),
        (
            "lack lacks lacking fail fails failed failing unable impossible absence false wrong incorrect without",
            .takingBack
        ),
        ("true case right correct", .verdict),
        ("stop stops stopped stopping cease ceases unrecorded unused unseen untouched", .refusing),
        ("avoid avoids avoided avoiding refrain refrains", .avoiding),
        ("without", .supposing),
        ("fail fails failed failing", .beforeInfinitive),
        ("it we they you i he she", .subject),
        ("idk dunno", .disclaimer),
        ("know remember recall", .known),
        ("idea clue sure answer", .idea),
        ("dont cant cannot not didnt never", .knownOpener),
        ("no not without", .ideaOpener),
        (
            // German, French, Spanish, Portuguese, Italian and Dutch words that are no English ones.
            """
            der das und nicht ist sind ein eine einen mit auf fur von dem den wird werden auch sich bei durch uber
            les des est une dans qui sur pas avec sont cette pour mais ou leur aux plus du et la le
            el los las una que del por para como pero esta este entre se es su y lo
            os uma nao com dos da ao mas em um il gli della che nel con sono dei alla anche
            het een van niet zijn voor wordt naar ook
            """, .foreign
        ),
        ("unlike", [.stop, .contrast]),
        ("instead rather", [.stop, .contrast, .comparing]),
    ]
}
