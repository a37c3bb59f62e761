/// The language that a document is written in, as far as its letters and commonest words tell.
enum Language {
    /// The BCP 47 code; `nil` for English, and where nothing tells.
    static func of(_ texts: some Sequence<String>) -> String? {
        var scripts: [Script: Int] = [:]
        var hits = [Int](repeating: 0, count: languages.count)
        var english = 0
        var seen = [Set<Substring>](repeating: [], count: languages.count)
        var letters = 0
        for text in texts {
            guard letters < enough else { break }
            for scalar in text.unicodeScalars.prefix(2000) where scalar.properties.isAlphabetic {
                letters += 1
                if let script = Script(scalar) { scripts[script, default: 0] += 1 }
            }
            for word in text.prefix(3000).lowercased().split(whereSeparator: { !$0.isLetter }).prefix(400) {
                if englishWords.contains(word) { english += 1 }
                for index in languages.indices where languages[index].words.contains(word) {
                    hits[index] += 1
                    if seen[index].count < 3 { seen[index].insert(word) }
                }
            }
        }
        guard letters > 0 else { return nil }
        if let code = byScript(scripts, of: letters) { return code }
        guard let best = hits.indices.max(by: { hits[$0] < hits[$1] }), hits[best] >= 4,
            seen[best].count >= 3,
            hits[best] > english + english / 2
        else { return nil }
        return languages[best].code
    }

    /// In English, for people: "German".
    static func name(of code: String) -> String { names[code] ?? code }

    /// As many letters as are needed to know.
    private static let enough = 60_000

    private enum Script: Hashable {
        case kana, han, hangul, cyrillic, ukrainian, arabic, persian, hebrew, greek, devanagari, thai

        init?(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x3040...0x30FF: self = .kana
            case 0x3400...0x9FFF: self = .han
            case 0xAC00...0xD7AF: self = .hangul
            case 0x0404, 0x0406, 0x0407, 0x0454, 0x0456, 0x0457, 0x0490, 0x0491: self = .ukrainian
            case 0x0400...0x04FF: self = .cyrillic
            case 0x067E, 0x0686, 0x0698, 0x06A9, 0x06AF, 0x06CC: self = .persian
            case 0x0600...0x06FF: self = .arabic
            case 0x0590...0x05FF: self = .hebrew
            case 0x0370...0x03FF: self = .greek
            case 0x0900...0x097F: self = .devanagari
            case 0x0E00...0x0E7F: self = .thai
            default: return nil
            }
        }
    }

    private static func byScript(_ scripts: [Script: Int], of letters: Int) -> String? {
        func count(_ script: Script) -> Int { scripts[script] ?? 0 }
        // A word of these scripts has fewer letters than one of ours, and documents on programs are full of ours.
        func rules(_ share: Int) -> Bool { share * 5 >= letters }
        if rules(count(.kana) + count(.han)) { return count(.kana) * 10 > count(.han) ? "ja" : "zh" }
        if rules(count(.hangul)) { return "ko" }
        if rules(count(.cyrillic) + count(.ukrainian)) {
            return count(.ukrainian) * 50 > count(.cyrillic) ? "uk" : "ru"
        }
        if rules(count(.arabic) + count(.persian)) {
            return count(.persian) * 20 > count(.arabic) ? "fa" : "ar"
        }
        if rules(count(.hebrew)) { return "he" }
        if rules(count(.greek)) { return "el" }
        if rules(count(.devanagari)) { return "hi" }
        return rules(count(.thai)) ? "th" : nil
    }

    private static func words(_ text: StaticString) -> Set<Substring> {
        Set("\(text)".split(separator: " "))
    }

    private static let englishWords = words(
        "the of and to is in that it for are with as be this by what how why which you an or from can when not does do"
    )

    /// Words of each that English and most of the others do not have.
    private static let languages: [(code: String, words: Set<Substring>)] = [
        (
            "de",
            words(
                "der die das und ist nicht ein eine einen wird werden mit für von zu auf dem den des wie warum wann welche was sich oder auch bei es im durch aus kann wenn man sind nach"
            )
        ),
        (
            "es",
            words(
                "el la los las y es qué cómo por para una un que se del con no cuál son cuando cuándo más como su al lo está entre puede porque dónde esta"
            )
        ),
        (
            "fr",
            words(
                "le la les et est une des du que qui pour dans pas sur quoi pourquoi comment quand avec ce cette sont ou par plus en il elle on au aux se peut entre quel quelle"
            )
        ),
        (
            "pt",
            words(
                "o a os as e é não uma um que para com do da dos das em por como qual quando porque mais são se na no entre pode ser quais você isso"
            )
        ),
        (
            "it",
            words(
                "il lo la gli le e è che di un una per con non del della dei delle come cosa perché quando quale sono si nel nella più tra può essere quali"
            )
        ),
        (
            "nl",
            words(
                "de het een en van is niet dat wat hoe waarom wanneer welke met voor op zijn worden wordt ook bij naar door uit kan als je aan er"
            )
        ),
        (
            "pl",
            words(
                "i w na nie jest się co jak dlaczego kiedy czym jaki jakie jaka do z są oraz lub przez dla od po to że tego może który która"
            )
        ),
        (
            "sv",
            words(
                "och är att det en ett som för av på inte med hur varför när vilken vad kan den till om från eller man"
            )
        ),
        (
            "tr",
            words(
                "ve bir bu ne nedir nasıl neden için ile olarak olan daha çok gibi kadar veya ise hangi değil da de"
            )
        ),
        (
            "cs",
            words(
                "a je se co jak proč kdy jaký jaké jaká na že do pro není jsou nebo který která s v z být od po může"
            )
        ),
        (
            "id",
            words(
                "dan yang adalah apa bagaimana mengapa kapan untuk dengan dari di ke tidak ini itu pada dalam atau dapat"
            )
        ),
        (
            "vi",
            words("là gì và của có không cho các một được trong tại sao như thế nào khi với để này những")
        ),
    ]

    private static let names: [String: String] = [
        "de": "German", "es": "Spanish", "fr": "French", "pt": "Portuguese", "it": "Italian", "nl": "Dutch",
        "pl": "Polish",
        "sv": "Swedish", "tr": "Turkish", "cs": "Czech", "id": "Indonesian", "vi": "Vietnamese",
        "ja": "Japanese",
        "zh": "Chinese", "ko": "Korean", "ru": "Russian", "uk": "Ukrainian", "ar": "Arabic", "fa": "Persian",
        "he": "Hebrew", "el": "Greek", "hi": "Hindi", "th": "Thai",
    ]
}
