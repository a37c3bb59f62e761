/// Splits prose into sentences.
enum Sentences {
    static func split(_ paragraph: String) -> [String] {
        let bytes = paragraph.bytes
        let ends = ByteSet.sentenceEnds
        var sentences: [String] = []
        var start = bytes.startIndex
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if ends.contains(byte), index + 1 < bytes.endIndex, bytes[index + 1].isBlank,
                !isAbbreviation(bytes[start...index]),
                let next = bytes[(index + 1)...].first(where: { !$0.isBlank }), next.isUpper || !next.isLetter
            {
                sentences.append(bytes[start...index].trimmed.string)
                start = index + 1
            }
            index += 1
        }
        let rest = bytes[start...].trimmed
        if !rest.isEmpty { sentences.append(rest.string) }
        return sentences
    }

    private static func isAbbreviation(_ text: Bytes) -> Bool {
        let tail = text.suffix(6).string.lowercased()
        return ["e.g.", "i.e.", "etc.", " vs.", "cf.", " dr.", " mr.", "fig."].contains { tail.hasSuffix($0) }
    }
}
