internal import CSnowball

/// The English Snowball stemmer, for the words that ``WordTable`` does not know.
///
/// Made when the first such word comes and used by one marking: the C object must not be shared by threads.
@safe
struct Stemmer: ~Copyable {
    private var stemmer: OpaquePointer?

    init() {}

    /// The key of the word's stem: the stem's number in ``WordTable``, or a hash with the top bit set.
    mutating func key(of word: ArraySlice<UInt8>) -> UInt64 {
        if unsafe stemmer == nil { unsafe stemmer = sb_stemmer_new("english", "UTF_8") }
        let hashes = unsafe word.withUnsafeBufferPointer { letters -> (marked: UInt64, plain: UInt64) in
            guard let stemmer = unsafe stemmer,
                let stem = unsafe sb_stemmer_stem(stemmer, letters.baseAddress, CInt(letters.count))
            else { return unsafe (0, Hash.of(letters)) }
            let bytes = unsafe UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer)))
            return unsafe (Hash.of(bytes, from: Hash.marked), Hash.of(bytes))
        }
        for hash in [hashes.marked, hashes.plain] {
            let stem = WordTable.stem(ofWord: hash)
            if stem != 0 { return stem }
        }
        return hashes.plain | 1 << 63
    }

    deinit {
        if let stemmer = unsafe stemmer { unsafe sb_stemmer_delete(stemmer) }
    }
}
