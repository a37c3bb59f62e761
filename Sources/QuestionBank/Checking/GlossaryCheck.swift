import Marking

/// Checks that the glossary's names lead to one term each.
enum GlossaryCheck {
    static func problems(of glossary: Glossary) -> [Problem] {
        var owners: [String: String] = [:]
        var problems: [Problem] = []
        for (term, place) in zip(glossary.terms, glossary.places) {
            var own: Set<String> = []
            for name in [term.name] + term.alternatives {
                let key = Fold.key(name)
                if !own.insert(key).inserted {
                    problems.append(
                        problem(
                            place, "\"\(name)\" is named twice in the entry of \"\(term.name)\"", "remove one"
                        ))
                } else if let owner = owners[key] {
                    problems.append(
                        problem(
                            place, "\"\(name)\" belongs to \"\(owner)\" and to \"\(term.name)\"",
                            "leave it with one of them"))
                } else {
                    owners[key] = term.name
                }
            }
        }
        return problems
    }

    private static func problem(_ place: SourceLocation, _ what: String, _ remedy: String) -> Problem {
        Problem(severity: .error, location: place, what: what, remedy: remedy, rule: .glossary)
    }
}
