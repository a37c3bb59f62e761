import Transcripts

/// Carries marks through the rendering of Markdown: characters for private use, which no bank has, around the words.
/// In the result they become elements that end and begin again at every tag, so that none overlaps another.
enum Marker {
    private static let start: Character = "\u{E000}"
    private static let end: Character = "\u{E001}"
    static let all: Set<Character> = [start, end]

    static func set(in text: String, around spans: [Highlight.Span]) -> String {
        guard !spans.isEmpty else { return text }
        var isMarked = false
        var result = ""
        for piece in Highlight.pieces(of: text, spans) {
            let isHit = !piece.points.isEmpty && !mayBeSign(piece.text, after: result)
            if isHit != isMarked { result.append(isHit ? start : end) }
            isMarked = isHit
            result += piece.text
        }
        if isMarked { result.append(end) }
        return result
    }

    /// A number at the start of a line may number a list.
    private static func mayBeSign(_ text: String, after before: String) -> Bool {
        (before.isEmpty || before.last?.isNewline == true) && text.first?.isLetter != true
    }

    static func resolved(in html: String) -> String {
        guard html.contains(start) else { return html.filter { $0 != end } }
        var result = ""
        var (isMarked, isOpen, isInTag) = (false, false, false)
        func close() {
            if isOpen { result += "</mark>" }
            isOpen = false
        }
        for character in html {
            switch character {
            case start where !isInTag: isMarked = true
            case end where !isInTag:
                isMarked = false
                close()
            case start, end: break
            case "<":
                close()
                isInTag = true
                result.append(character)
            case ">" where isInTag:
                isInTag = false
                result.append(character)
            default:
                if isMarked, !isInTag, !isOpen, !character.isWhitespace {
                    result += "<mark data-verdict=\"hit\">"
                    isOpen = true
                }
                result.append(character)
            }
        }
        close()
        return result
    }
}
