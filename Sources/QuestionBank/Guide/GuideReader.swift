/// Reads `guide.md`: `## Group: Models`, `## Preset: ML engineer, 30 min` and `## Checklists`, each with a list of
/// topics by their titles.
enum GuideReader {
    /// One `##` section, its topics still by title.
    struct Section: Sendable {
        enum Kind: Hashable, Sendable {
            case group(String)
            case preset(String, Guide.Length)
            /// Topics whose questions are answered with a story, of which the one who told it ticks what it had.
            case checklists
        }

        var kind: Kind
        var topics: [(title: String, place: SourceLocation)] = []
    }

    /// Other people's documents are called so too.
    static func isGuide(_ page: Page, file: String) -> Bool {
        let first = page.lines.firstIndex { if case .heading = $0.kind { true } else { false } }
        guard isNamed(file), let first, page.lines[first].kind == .heading(1) else { return false }
        return OwnFormat.title(page, first).lowercased() == "guide" && !OwnFormat.isUsed(by: page)
    }

    static func isNamed(_ file: String) -> Bool {
        file.split(separator: "/").last.map { $0.lowercased() } == "guide.md"
    }

    static func read(_ page: Page, file: String) -> (sections: [Section], problems: [Problem]) {
        var sections: [Section] = []
        var problems: [Problem] = []
        var isKnown = false
        for index in page.lines.indices {
            let place = SourceLocation(file: file, line: index + 1)
            switch page.lines[index].kind {
            case .heading(2):
                let title = OwnFormat.title(page, index)
                let next = page.lines[(index + 1)...].firstIndex { $0.kind != .blank }
                let below = next.map { page.body($0) } ?? []
                let kind = kind(of: title, below: below)
                isKnown = kind != nil
                if let kind {
                    sections.append(Section(kind: kind))
                } else {
                    problems.append(
                        problem(
                            place, "the section \"\(title)\" is nothing a guide knows",
                            "write ## Group: title, ## Checklists, or ## Preset: title with *Minutes: 30* below"
                        ))
                }
            case .listItem where isKnown:
                guard let marker = ListMarker(page.body(index)) else { continue }
                let title = Inline.plain(marker.rest)
                sections[sections.count - 1].topics.append((title, place))
            default: break
            }
        }
        return (sections, problems)
    }

    private static func kind(of title: String, below: Bytes) -> Section.Kind? {
        if title.lowercased() == "checklists" { return .checklists }
        guard let (key, rest) = title.bytes.split(at: UInt8(ascii: ":")) else { return nil }
        let name = String(rest.trimmed.string.prefix(Guide.longestTitle))
        guard !name.isEmpty else { return nil }
        switch key.trimmed.string.lowercased() {
        case "group": return .group(name)
        case "preset": return length(below).map { .preset(name, $0) }
        default: return nil
        }
    }

    /// `*Minutes: 30*` or `*Questions: 5*`
    private static func length(_ line: Bytes) -> Guide.Length? {
        let text = line.string.filter { $0 != "*" && $0 != "_" }
        let parts = text.split(separator: ":").map { String($0).bytes.trimmed.string }
        guard parts.count == 2, let number = Int(parts[1]) else { return nil }
        switch parts[0].lowercased() {
        case "minutes" where Guide.minutes.contains(number): return .minutes(number)
        case "questions" where Guide.questions.contains(number): return .questions(number)
        default: return nil
        }
    }

    static func problem(_ place: SourceLocation, _ what: String, _ remedy: String) -> Problem {
        Problem(severity: .warning, location: place, what: what, remedy: remedy, rule: .guide)
    }
}
