import Marking

/// Reads `glossary.md`: `- **stochastic gradient descent**: SGD, stochastic gradient`.
enum GlossaryReader {
    static func isGlossary(_ page: Page, file: String) -> Bool {
        if isNamed(file) { return true }
        let first = page.lines.firstIndex { if case .heading = $0.kind { true } else { false } }
        guard let first, page.lines[first].kind == .heading(1) else { return false }
        return OwnFormat.title(page, first).lowercased() == "glossary"
    }

    static func isNamed(_ file: String) -> Bool {
        file.split(separator: "/").last.map { $0.lowercased() } == "glossary.md"
    }

    static func read(_ page: Page, file: String) -> (terms: [Rubric.Term], problems: [Problem]) {
        var terms: [Rubric.Term] = []
        var problems: [Problem] = []
        for index in page.lines.indices where page.lines[index].kind == .listItem {
            guard let marker = ListMarker(page.body(index)) else { continue }
            let (name, rest) = KeyPointReader.headAndGist(marker.rest.string)
            let alternatives = rest.split { $0 == "," || $0 == ";" }.map { String($0).bytes.trimmed.string }
                .filter { !$0.isEmpty }
            if name.isEmpty || alternatives.isEmpty {
                problems.append(
                    Problem(
                        severity: .error, location: SourceLocation(file: file, line: index + 1),
                        what: "the glossary entry says no other name",
                        remedy: "write: - **term**: abbreviation, other name", rule: .glossary))
            } else {
                terms.append(Rubric.Term(name: name, alternatives: alternatives))
            }
        }
        return (terms, problems)
    }
}
