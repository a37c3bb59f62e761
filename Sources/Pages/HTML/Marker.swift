import Transcripts

/// Carries marks through the rendering of Markdown: characters for private use, which no bank has, around the words.
/// In the result they become elements that end and begin again at every tag, so that none overlaps another.
enum Marker {
    private static let start: Unicode.Scalar = "\u{E000}"
    private static let end: Unicode.Scalar = "\u{E001}"

    static func cleared(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isMarker) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isMarker($0) }))
    }

    private static func isMarker(_ scalar: Unicode.Scalar) -> Bool { scalar == start || scalar == end }

    static func set(in text: String, around spans: [Highlight.Span]) -> String {
        guard !spans.isEmpty else { return text }
        var isMarked = false
        var result = ""
        for piece in Highlight.pieces(of: text, spans) {
            let isHit = !piece.points.isEmpty && !mayBeSign(piece.text, after: result)
            if isHit != isMarked { result.unicodeScalars.append(isHit ? start : end) }
            isMarked = isHit
            result += piece.text
        }
        if isMarked { result.unicodeScalars.append(end) }
        return result
    }

    /// A number at the start of a line may number a list.
    private static func mayBeSign(_ text: String, after before: String) -> Bool {
        (before.isEmpty || before.last?.isNewline == true) && text.first?.isLetter != true
    }

    static func resolved(in html: String) -> String {
        guard html.unicodeScalars.contains(where: isMarker) else { return html }
        var result = String.UnicodeScalarView()
        var (isMarked, isOpen, isInTag) = (false, false, false)
        func close() {
            if isOpen { result.append(contentsOf: "</mark>".unicodeScalars) }
            isOpen = false
        }
        for scalar in html.unicodeScalars {
            switch scalar {
            case start where !isInTag: isMarked = true
            case end where !isInTag:
                isMarked = false
                close()
            case start, end: break
            case "<":
                close()
                isInTag = true
                result.append(scalar)
            case ">" where isInTag:
                isInTag = false
                result.append(scalar)
            default:
                if isMarked, !isInTag, !isOpen, !scalar.properties.isWhitespace {
                    result.append(contentsOf: "<mark data-verdict=\"hit\">".unicodeScalars)
                    isOpen = true
                }
                result.append(scalar)
            }
        }
        close()
        return String(result)
    }
}
