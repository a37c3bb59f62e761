internal import CSnowball
import Foundation

/// The words of a text as they are looked for where no index of full text does it: in lower case, without accents, taken
/// to their stem by the rules for English (Porter's), as the index of ``SQLiteLibrary`` has them.
struct PassageTokens {
    struct Token {
        var range: Range<String.UnicodeScalarView.Index>
        var stem: String
    }

    private(set) var tokens: [Token] = []

    /// What an index may refuse to hold, in bytes: nobody types so long a word.
    private static let longest = 400

    init(_ text: String) {
        let stemmer = PorterStemmer()
        let scalars = text.unicodeScalars
        var start: String.UnicodeScalarView.Index?
        func end(at index: String.UnicodeScalarView.Index) {
            guard let first = start else { return }
            start = nil
            let stem = stemmer.stem(of: Self.folded(String(scalars[first..<index])))
            if !stem.isEmpty { tokens.append(Token(range: first..<index, stem: stem)) }
        }
        for index in scalars.indices {
            let isPart = Self.isPart(scalars[index], after: start != nil)
            if isPart, start == nil { start = index }
            if !isPart { end(at: index) }
        }
        end(at: scalars.endIndex)
    }

    private static func isPart(_ scalar: Unicode.Scalar, after word: Bool) -> Bool {
        if scalar.isASCII { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .privateUse:
            return true
        case .nonspacingMark, .spacingMark, .enclosingMark: return word
        default: return false
        }
    }

    private static func folded(_ word: String) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
        return word.folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }

    /// - Returns: The word's beginning where it is longer than an index holds.
    fileprivate static func cut(_ stem: String) -> String {
        stem.utf8.count <= longest ? stem : String(stem.unicodeScalars.prefix(longest / 4))
    }
}

/// Made for one text: the C object must not be shared by threads. (`sb_stemmer_stem`)
@safe
private struct PorterStemmer: ~Copyable {
    private let stemmer = unsafe sb_stemmer_new("porter", "UTF_8")

    func stem(of word: String) -> String {
        let bytes = Array(word.utf8)
        let stem = unsafe bytes.withUnsafeBufferPointer { letters -> String? in
            guard let stemmer = unsafe stemmer,
                let stem = unsafe sb_stemmer_stem(stemmer, letters.baseAddress, CInt(letters.count))
            else { return nil }
            let length = Int(unsafe sb_stemmer_length(stemmer))
            return unsafe String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
        }
        return PassageTokens.cut(stem ?? word)
    }

    deinit {
        if let stemmer = unsafe stemmer { unsafe sb_stemmer_delete(stemmer) }
    }
}
