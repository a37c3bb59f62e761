/// Jupyter notebooks: their cells of text one below the other, those of code where a question has no other answer.
enum Notebook {
    static func markdown(_ value: JSONValue) -> MarkdownText? {
        guard case .object(let members, _) = value,
            members.contains(where: { $0.key == "nbformat" || $0.key == "metadata" }),
            case .array(let cells, _)? = members.first(where: { $0.key == "cells" })?.value
        else { return nil }
        var out = MarkdownText()
        var lastHasBody = true
        for cell in cells {
            guard case .object(let fields, let line) = cell,
                let kind = fields.first(where: { $0.key == "cell_type" })?.value.text,
                let source = fields.first(where: { $0.key == "source" })?.value
            else { continue }
            let lines = lines(of: source, line)
            switch kind {
            case "markdown":
                for (text, number) in lines { out.add(text, from: number) }
                out.add("", from: line)
                lastHasBody = lines.count { !$0.text.bytes.trimmed.isEmpty } > 1
            case "code" where !lastHasBody && !lines.isEmpty:
                out.add("```", from: line)
                for (text, number) in lines { out.add(text, from: number) }
                out.add("```", from: line)
                out.add("", from: line)
            default: continue
            }
        }
        return out
    }

    private static func lines(of source: JSONValue, _ line: Int) -> [(text: String, number: Int)] {
        let pieces: [(String, Int)]
        switch source {
        case .string(let text, let line): pieces = [(text, line)]
        case .array(let values, _):
            pieces = values.compactMap { value in
                guard case .string(let text, let line) = value else { return nil }
                return (text, line)
            }
        case .object, .number, .bool, .null: return []
        }
        return pieces.flatMap { text, number in
            var text = text
            if text.hasSuffix("\n") { text.removeLast() }
            return text.split(separator: "\n", omittingEmptySubsequences: false).map { (String($0), number) }
        }
    }
}
