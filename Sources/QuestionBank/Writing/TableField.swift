/// A field of a table of comma-separated values, as text to every spreadsheet.
public enum TableField {
    /// Quoted where needed, RFC 4180. What a spreadsheet would run as a formula gets an apostrophe before it.
    public static func written(_ text: String) -> String {
        let text = isFormula(text) ? "'" + text : text
        guard text.utf8.contains(where: { "\",\n\r".utf8.contains($0) }) else { return text }
        return "\""
            + text.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).map(
                Substring.init
            ).joined(separator: "\"\"") + "\""
    }

    /// The text of a field that ``written(_:)`` wrote, without quotation marks already.
    static func read(_ text: String) -> String {
        guard text.hasPrefix("'") else { return text }
        let rest = String(text.dropFirst())
        return isFormula(rest) ? rest : text
    }

    /// What a spreadsheet would run: the beginnings that OWASP names ("CSV Injection"), after white space too, and
    /// their full-width twins.
    private static func isFormula(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first else { return false }
        if ["\t", "\r", "\n"].contains(first) { return true }
        let visible = scalars.first {
            !$0.properties.isWhitespace && $0.properties.generalCategory != .format
        }
        return visible.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
    }
}
