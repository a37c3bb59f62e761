import CWordTables

/// What is known of English words beforehand: their stems, how common they are, and what else means the same.
///
/// The table is part of the binary and read in place; `Data/generate.py` says what it is made of.
enum WordTable {
    static var version: Int { Int(words_version()) }

    /// The number of the stem of a word, given by the hash of its letters; 0 for an unknown word.
    @inline(__always)
    static func stem(ofWord hash: UInt64) -> UInt64 { UInt64(words_stem(hash)) }

    /// How common the words of a stem are: 3 is once in a million words, 6 once in a thousand.
    static func zipf(_ stem: UInt64) -> Double { Double(words_frequency(UInt32(stem))) / 25 }

    /// A word so common that it is meant even where it is in capitals.
    static func isEveryday(_ key: UInt64) -> Bool { key < 1 << 63 && zipf(key) >= 5 }

    /// How a stem can stand for another.
    enum Link: CaseIterable {
        /// Derived from the same word: `loss` and `lose`, `height` and `high`.
        case derivation
        case synonym
        /// Translated alike in some languages: `remove` and `extract`.
        case nearSynonym
        case antonym
    }

    static func links(of stem: UInt64) -> [(link: Link, stem: UInt64)] {
        var links: [(Link, UInt64)] = []
        var kind = 0
        for at in words_links(UInt32(stem))..<words_links(UInt32(stem) + 1) {
            let other = words_link(at)
            if other == 0 {
                kind += 1
            } else {
                links.append((Link.allCases[kind], UInt64(other)))
            }
        }
        return links
    }
}
