/// Writes a bank's guide as ``GuideReader`` reads it.
enum GuideWriter {
    /// - Returns: `nil` where the bank has nothing to say of itself.
    static func write(_ bank: Bank) -> String? {
        let titles = bank.titles
        // A single story beside other questions says so itself.
        let measured = Set(bank.questions.filter { $0.kind != .checklist }.map(\.topic))
        let stories = Set(bank.questions.map(\.topic)).subtracting(measured)
        var sections = bank.guide.groups.map { section("Group: \($0.title)", nil, $0.topics, titles) }
        sections += bank.guide.presets.map { preset in
            let length =
                switch preset.length {
                case .minutes(let minutes): "*Minutes: \(minutes)*"
                case .questions(let count): "*Questions: \(count)*"
                }
            return section("Preset: \(preset.title)", length, preset.topics, titles)
        }
        if !stories.isEmpty {
            sections.append(
                section("Checklists", nil, bank.topics.map(\.id).filter(stories.contains), titles))
        }
        return sections.isEmpty ? nil : (["# Guide\n"] + sections).joined(separator: "\n")
    }

    private static func section(
        _ title: String, _ length: String?, _ topics: [String], _ titles: [String: String]
    ) -> String {
        let list = topics.compactMap { titles[$0] }.map { "- \($0)\n" }.joined()
        return "## \(title)\n\n" + (length.map { $0 + "\n\n" } ?? "") + list
    }
}
