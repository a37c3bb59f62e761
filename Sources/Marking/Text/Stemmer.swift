internal import CSnowball

/// The Snowball stemmer of a language, in English for the words that ``WordTable`` does not know.
///
/// Made when the first such word comes and used by one marking: the C object must not be shared by threads.
@safe
struct Stemmer: ~Copyable {
    private var stemmer: OpaquePointer?
    private let language: Language

    init(_ language: Language) {
        self.language = language
    }

    /// The key of the word's stem: the stem's number in ``WordTable``, or a hash with the top bit set.
    mutating func key(of word: ArraySlice<UInt8>) -> UInt64 {
        if unsafe stemmer == nil { unsafe stemmer = sb_stemmer_new(language.stemmer, "UTF_8") }
        let hashes = unsafe word.withUnsafeBufferPointer { letters -> (marked: UInt64, plain: UInt64) in
            guard let stemmer = unsafe stemmer,
                let stem = unsafe sb_stemmer_stem(stemmer, letters.baseAddress, CInt(letters.count))
            else { return unsafe (0, Hash.of(letters)) }
            let bytes = unsafe UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer)))
            if language == .german { return unsafe (0, Hash.of(Self.root(of: Array(bytes)[...]))) }
            return unsafe (Hash.of(bytes, from: Hash.marked), Hash.of(bytes))
        }
        guard language == .english else { return hashes.plain | 1 << 63 }
        for hash in [hashes.marked, hashes.plain] {
            let stem = WordTable.stem(ofWord: hash)
            if stem != 0 { return stem }
        }
        return hashes.plain | 1 << 63
    }

    /// A German stem without the marks of a participle and of the third person: `gelernt` and `lernt` are `lern`.
    private static func root(of stem: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var root = stem
        if root.count > 5, root.starts(with: "ge".utf8) { root = root.dropFirst(2) }
        if root.count > 4, root.last == UInt8(ascii: "t"),
            let before = root.dropLast().last, !"aeiou".utf8.contains(before)
        {
            root = root.dropLast()
        }
        return root
    }

    deinit {
        if let stemmer = unsafe stemmer { unsafe sb_stemmer_delete(stemmer) }
    }
}
