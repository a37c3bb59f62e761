/// What an author writes before a question to say that it is one: `Q1:`, `Question 3`, `12.`, `B7`.
struct Label {
    enum Kind: Equatable {
        case none
        /// `Q:`, `Q1.`, `Question 4`: says so outright.
        case question
        /// `12.`, `3)`.
        case number
        /// `A1.`, `G52`.
        case letterNumber
    }

    var kind = Kind.none
    var number: Int?
    /// What follows the label.
    var rest: Bytes

    init(_ text: Bytes) {
        rest = Self.undecorated(text)
        if let (number, after) = Self.questionWord(rest) ?? Self.letterQ(rest) {
            set(.question, number, after)
        } else if let (number, after) = Self.plainNumber(rest) {
            set(.number, number, after)
        } else if let (number, after) = Self.letterNumber(rest) {
            set(.letterNumber, number, after)
        }
    }

    private mutating func set(_ kind: Kind, _ number: Int?, _ after: Bytes) {
        self.kind = kind
        self.number = number
        rest = Self.separated(after)
    }

    /// Without leading stars, emoji and other decoration.
    static func undecorated(_ text: Bytes) -> Bytes {
        var rest = text.trimmed
        while let first = rest.first {
            if first == UInt8(ascii: "*") || first == UInt8(ascii: "_") || first.isBlank {
                rest = rest.dropFirst()
            } else if let length = Symbol.length(at: rest) {
                rest = rest.dropFirst(length)
            } else if first == UInt8(ascii: ":"), let emoji = Symbol.shortcode(rest) {
                rest = rest.dropFirst(emoji)
            } else if let after = rest.dropping(prefix: "<b>") ?? rest.dropping(prefix: "<strong>") {
                rest = after
            } else {
                break
            }
        }
        return rest
    }

    /// Without the punctuation and stars that part a label from the text.
    static func separated(_ text: Bytes) -> Bytes {
        var rest = text.trimmedStart
        var sawMark = false
        while let first = rest.first {
            switch first {
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: " "): rest = rest.dropFirst()
            case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "-"):
                // ".NET" and "-1" begin a text, ". " and "- " end a label.
                if sawMark, let next = rest.dropFirst().first, next.isLetter || next.isDigit { return rest }
                if first == UInt8(ascii: ".") || first == UInt8(ascii: "-"),
                    let next = rest.dropFirst().first,
                    next.isLetter || next.isDigit, rest.startIndex != text.startIndex
                {
                    return rest
                }
                sawMark = true
                rest = rest.dropFirst()
            case 0xE2 where rest.starts(with: [0xE2, 0x80, 0x93]) || rest.starts(with: [0xE2, 0x80, 0x94]),
                // A colon, a full stop, a bracket of full width, and `、`.
                0xEF
            where rest.starts(with: [0xEF, 0xBC, 0x9A]) || rest.starts(with: [0xEF, 0xBC, 0x8E])
                || rest.starts(with: [0xEF, 0xBC, 0x89]),
                0xE3 where rest.starts(with: [0xE3, 0x80, 0x81]):
                rest = rest.dropFirst(3)
            default: return rest.trimmedEnd
            }
        }
        return rest
    }

    /// `Question 3:`, `AI-Question04 -`, `Question:`, `Frage 2a.`, `第 3 题`.
    private static func questionWord(_ text: Bytes) -> (Int?, Bytes)? {
        var start = text
        let prefix = text.prefix(6).prefix { $0.isUpper }
        if !prefix.isEmpty, text.dropFirst(prefix.count).first == UInt8(ascii: "-") {
            start = text.dropFirst(prefix.count + 1)
        }
        if let counted = ordinal(start) { return counted }
        guard var after = MarkWords.question.after(start) else { return nil }
        let isEnglish = start.starts("question")
        if let next = after.first, next.isLetter { return nil }
        after = after.trimmedStart
        if let first = after.first, first == UInt8(ascii: "#") || first == UInt8(ascii: "*") {
            after = after.dropFirst().trimmedStart
        } else if let named = after.dropping(prefix: "nr.") ?? after.dropping(prefix: "no.")
            ?? after.dropping(prefix: "n°") ?? after.dropping(prefix: "№")
        {
            after = named.trimmedStart
        }
        if let bare = withoutLanguage(after) { return (nil, bare) }
        let digits = after.digitsPrefix
        if let number = digits.number {
            after = withoutLetter(after.dropFirst(digits.count))
            guard let next = after.first else { return (number, after) }
            return next.isWord && !isWideMark(after) ? nil : (number, after)
        }
        let rest = after.drop { $0 == UInt8(ascii: "*") || $0.isBlank }
        guard !rest.isEmpty else { return isEnglish || start.first ?? 0 >= 0x80 ? (nil, rest) : nil }
        if rest.droppingColon() != nil { return (nil, rest) }
        // `Que. What is …`: the abbreviations end in a full stop.
        let isShort = start.dropping(prefix: "que.") ?? start.dropping(prefix: "ques.")
        return isShort?.first?.isBlank ?? false ? (nil, rest) : nil
    }

    /// `第 3 题`, `第3問`.
    private static func ordinal(_ text: Bytes) -> (Int?, Bytes)? {
        guard let after = text.dropping(prefix: "第")?.trimmedStart else { return nil }
        let digits = after.digitsPrefix
        guard let number = digits.number else { return nil }
        let rest = after.dropFirst(digits.count).trimmedStart
        let unit =
            rest.dropping(prefix: "题") ?? rest.dropping(prefix: "題") ?? rest.dropping(prefix: "問")
            ?? rest.dropping(prefix: "问")
        return unit.map { (number, $0) }
    }

    /// `2a`, `2b`: parts of one number.
    private static func withoutLetter(_ text: Bytes) -> Bytes {
        guard let letter = text.first, letter.isLetter, !letter.isUpper,
            let next = text.dropFirst().first, ".:)".utf8.contains(next)
        else { return text }
        return text.dropFirst()
    }

    private static func isWideMark(_ text: Bytes) -> Bool {
        text.droppingColon() != nil || Bytes(text).starts(with: [0xEF, 0xBC, 0x8E])
            || text.starts(with: [0xE3, 0x80, 0x81])
    }

    /// What follows `(EN)`, where notes are kept in several languages.
    static func withoutLanguage(_ text: Bytes) -> Bytes? {
        guard text.first == UInt8(ascii: "("), let close = text.firstIndex(of: UInt8(ascii: ")")) else {
            return nil
        }
        let inside = text[(text.startIndex + 1)..<close]
        return inside.count == 2 && inside.allSatisfy(\.isUpper) ? text[(close + 1)...] : nil
    }

    /// `Q:`, `Q.`, `Q)`, `Q7`, `Q-7:`, `Q.7:`.
    private static func letterQ(_ text: Bytes) -> (Int?, Bytes)? {
        guard let first = text.first, first.lowercased == UInt8(ascii: "q") else { return nil }
        var after = text.dropFirst()
        if let mark = after.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-"),
            after.dropFirst().first?.isDigit ?? false
        {
            after = after.dropFirst()
        }
        let digits = after.digitsPrefix
        if let number = digits.number {
            after = withoutLetter(after.dropFirst(digits.count))
            guard let next = after.first else { return (number, after) }
            return next.isWord && !isWideMark(after) ? nil : (number, after)
        }
        after = after.drop { $0 == UInt8(ascii: "*") }
        if let colon = after.droppingColon(), after.first != UInt8(ascii: ":") { return (nil, colon) }
        guard let mark = after.first, ByteSet.marks.contains(mark) else { return nil }
        // "Q.E.D." is no label.
        if mark != UInt8(ascii: ":"), let next = after.dropFirst().first, next.isLetter { return nil }
        return (nil, after)
    }

    private static func plainNumber(_ text: Bytes) -> (Int?, Bytes)? {
        var start = text
        if let first = start.first, first == UInt8(ascii: "#") || first == UInt8(ascii: "(") {
            start = start.dropFirst().trimmedStart
        }
        let digits = start.digitsPrefix
        guard digits.count <= 4, let number = digits.number else { return nil }
        var after = start.dropFirst(digits.count)
        if after.first == UInt8(ascii: "\\") { after = after.dropFirst() }
        guard let mark = after.first else { return nil }
        if mark == UInt8(ascii: ")") || mark == UInt8(ascii: ":") || isWideMark(after) {
            return (number, after)
        }
        if mark == UInt8(ascii: ".") {
            guard let next = after.dropFirst().first else { return (number, after) }
            return next.isDigit ? nil : (number, after)
        }
        let spaced = after.trimmedStart
        guard spaced.count < after.count, let dash = spaced.first else { return nil }
        if dash == UInt8(ascii: "."), spaced.dropFirst().first?.isBlank ?? false { return (number, spaced) }
        return dash == UInt8(ascii: "-") && spaced.dropFirst().first?.isBlank ?? false
            ? (number, spaced) : nil
    }

    private static func letterNumber(_ text: Bytes) -> (Int?, Bytes)? {
        guard let first = text.first, first.isUpper else { return nil }
        let digits = text.dropFirst().digitsPrefix
        guard !digits.isEmpty, digits.count <= 3 else { return nil }
        let after = text.dropFirst(1 + digits.count)
        guard let mark = after.first, ".:) ".utf8.contains(mark) else { return nil }
        return (digits.number, after)
    }
}
