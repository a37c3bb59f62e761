/// Names for ids: ASCII letters, digits and `-`.
enum Slug {
    static let maxLength = 60

    /// The text as a slug. Where the slug could stand for another text as well (letters of other scripts, operators,
    /// a long tail) it ends in a digest of the text, so that an id never depends on which other texts there are.
    static func make(_ text: String, extra: String = "") -> String {
        var slug: [UInt8] = []
        var isLossy = !extra.isEmpty
        for scalar in Fold.plain(text).unicodeScalars {
            let byte = scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : 0
            if byte.isLetter || byte.isDigit {
                slug.append(byte)
            } else if byte == .space || byte == UInt8(ascii: "-") {
                if slug.last != UInt8(ascii: "-"), !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
            } else {
                if !Self.harmless.contains(scalar) { isLossy = true }
                if scalar != "'", scalar != "\u{2019}", slug.last != UInt8(ascii: "-"), !slug.isEmpty {
                    slug.append(UInt8(ascii: "-"))
                }
            }
        }
        if slug.count > maxLength {
            isLossy = true
            slug = Array(slug.prefix(maxLength))
            if let hyphen = slug.lastIndex(of: UInt8(ascii: "-")), hyphen > maxLength / 2 {
                slug = Array(slug[..<hyphen])
            }
        }
        while slug.last == UInt8(ascii: "-") { slug.removeLast() }
        if slug.isEmpty { slug = Array("q".utf8) }
        let name = String(decoding: slug, as: UTF8.self)
        return isLossy ? name + "-" + digest(Fold.key(text) + "\u{0}" + extra) : name
    }

    /// Six hexadecimal digits of FNV-1a, enough to tell apart what shares a slug.
    static func digest(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let hex = String(hash ^ (hash >> 32), radix: 16)
        return String(String(repeating: "0", count: max(0, 6 - hex.count)) + hex).suffix(6).lowercased()
    }

    private static let harmless = Set(" \t\n-–—?.!,;:'\"’‘“”`()[]_*…".unicodeScalars)
}
