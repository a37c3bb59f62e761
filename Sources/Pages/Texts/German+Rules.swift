extension German {
    func rule(_ sentence: String) -> String {
        var text = sentence
        for (english, german) in Self.beginnings where text.hasPrefix(english) {
            text = german + text.dropFirst(english.count)
        }
        for (english, german) in Self.betweenQuotations { text.replace(english, with: german) }
        return text
    }

    private static let beginnings = [
        ("said in the words of the key point", "mit den Worten des Kernpunkts gesagt"),
        ("said in other words that count", "mit anderen Worten gesagt, die zählen"),
        ("goes the same way as", "geht in dieselbe Richtung wie"),
        ("derived from the same word as", "vom selben Wort abgeleitet wie"),
        ("said as a synonym of", "gleichbedeutend mit"),
        ("much the same sense as", "von ähnlicher Bedeutung wie"),
        ("another spelling of", "andere Schreibweise von"),
        ("the same amount as", "dieselbe Menge wie"),
        ("another name of", "anderer Name für"),
        ("much the same letters as", "fast dieselben Buchstaben wie"),
        ("the opposite of", "das Gegenteil von"),
    ]

    private static let betweenQuotations = [
        ("` accepted as `", "` gilt als `"), ("` stands for `", "` steht für `"),
        (", negated by `", ", verneint durch `"),
        (", in a sentence that is nearer to `", ", in einem Satz, der näher ist an `"),
    ]
}
