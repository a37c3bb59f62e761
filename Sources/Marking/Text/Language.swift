/// What a rubric and the answers to it are written in. The word table is English; the others have stems alone.
enum Language: Sendable {
    case english, german, spanish

    /// A BCP 47 code; what is not known is read as English.
    init(code: String?) {
        switch code?.prefix(while: { $0 != "-" }) {
        case "de": self = .german
        case "es": self = .spanish
        default: self = .english
        }
    }

    /// Snowball's name of it.
    var stemmer: String {
        switch self {
        case .english: "english"
        case .german: "german"
        case .spanish: "spanish"
        }
    }

    /// What stands between the thousands of a number; the other of the two stands before its fraction.
    var thousandsSign: UInt8 { UInt8(ascii: self == .english ? "," : ".") }

    /// The words by which a negator is known to deny a whole sentence or to set one thing against another.
    var than: UInt64 { self == .german ? Self.als : Self.than }
    var of: UInt64 { self == .spanish ? Self.de : self == .german ? Self.von : Self.of }
    var that: UInt64 {
        switch self {
        case .english: Self.that
        case .german: Self.dass
        case .spanish: Self.que
        }
    }

    private static let than = Hash.of("than")
    private static let als = Hash.of("als")
    private static let of = Hash.of("of")
    private static let von = Hash.of("von")
    private static let de = Hash.of("de")
    private static let that = Hash.of("that")
    private static let dass = Hash.of("dass")
    private static let que = Hash.of("que")

    /// Spelling that the stemmer does not expect in a folded word: `ue` for an umlaut, `-cion` without its accent.
    func restored(_ word: ArraySlice<UInt8>) -> [UInt8] {
        switch self {
        case .english: return Array(word)
        case .german:
            var letters: [UInt8] = []
            for letter in word {
                let before = letters.last ?? 0
                let isUmlaut =
                    letter == UInt8(ascii: "e") && "aou".utf8.contains(before)
                    && !"aeoq".utf8.contains(letters.dropLast().last ?? 0)
                if !isUmlaut { letters.append(letter) }
            }
            return letters
        case .spanish:
            guard word.count > 5, word.suffix(4).elementsEqual("cion".utf8) else { return Array(word) }
            return word.dropLast(2) + Array("ón".utf8)
        }
    }
}
