/// Tells the description of a program from a list of questions: by the headings that nearly all such have.
struct Manual {
    let isOne: Bool

    init(_ candidates: [Candidate]) {
        let headings = candidates.filter { candidate in
            if case .heading(let level) = candidate.shape { level >= 2 } else { false }
        }
        let usual = headings.count { Self.titles.contains(Fold.key(Symbol.trimmingEnd($0.text))) }
        isOne = usual >= 2 && usual * 3 >= headings.count && !headings.contains { $0.text.hasSuffix("?") }
    }

    private static let titles: Set<String> = [
        "installation", "install", "installing", "usage", "using", "configuration", "config", "configure",
        "settings",
        "features", "requirements", "quick start", "quickstart", "setup", "build", "building", "compiling",
        "development", "developing", "testing", "tests", "running tests", "running the tests", "deployment",
        "api",
        "api reference", "docs", "documentation", "troubleshooting", "roadmap", "todo", "changelog",
        "change log",
        "release notes", "releases", "versions", "versioning", "screenshots", "demo", "examples", "example",
        "options",
        "command line", "cli", "dependencies", "compatibility", "supported platforms", "known issues",
        "limitations",
        "status", "motivation", "background", "security", "built with", "uninstall", "upgrading", "help",
    ]
}
