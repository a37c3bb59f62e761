import Marking

/// What one document's glossary holds.
struct Glossary: Sendable {
    /// `- **SGD**: see stochastic gradient descent`: another name, kept with its term.
    struct Link: Sendable {
        var name: String
        var target: String
        var place: SourceLocation
    }

    var terms: [Rubric.Term] = []
    /// Where each term stands.
    var places: [SourceLocation] = []
    var links: [Link] = []

    static func += (left: inout Glossary, right: Glossary) {
        left.terms += right.terms
        left.places += right.places
        left.links += right.links
    }
}

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

    static func read(_ page: Page, file: String) -> (glossary: Glossary, problems: [Problem]) {
        var glossary = Glossary()
        var problems: [Problem] = []
        for index in page.lines.indices where page.lines[index].kind == .listItem {
            guard let marker = ListMarker(page.body(index)) else { continue }
            let (name, rest) = KeyPointReader.headAndGist(marker.rest.string)
            let place = SourceLocation(file: file, line: index + 1)
            if let target = Inline.plain(rest.bytes).bytes.dropping(prefix: "see "), !name.isEmpty {
                glossary.links.append(
                    Glossary.Link(name: name, target: target.trimmed.string, place: place))
                continue
            }
            let alternatives = rest.split { $0 == "," || $0 == ";" }.map { String($0).bytes.trimmed.string }
                .filter { !$0.isEmpty }
            if name.isEmpty || alternatives.isEmpty {
                problems.append(
                    Problem(
                        severity: .error, location: place,
                        what: "the glossary entry says no other name",
                        remedy: "write: - **term**: abbreviation, other name", rule: .glossary))
            } else {
                glossary.terms.append(Rubric.Term(name: name, alternatives: alternatives))
                glossary.places.append(place)
            }
        }
        return (glossary, problems)
    }
}
