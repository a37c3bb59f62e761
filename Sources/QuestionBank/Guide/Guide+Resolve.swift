extension Guide {
    /// The sections with the bank's topics in place of their titles.
    ///
    /// - Returns: the topics whose questions are checklists, too, and what names no topic.
    static func resolve(
        _ sections: [GuideReader.Section], in topics: [Topic]
    ) -> (guide: Guide, checklists: Set<String>, problems: [Problem]) {
        var guide = Guide()
        var checklists: Set<String> = []
        var problems: [Problem] = []
        let ids = Dictionary(
            topics.map { (Fold.key($0.title), $0.id) }, uniquingKeysWith: { first, _ in first })
        for section in sections {
            var known: [String] = []
            for (title, place) in section.topics {
                if let id = ids[Fold.key(title)] {
                    if !known.contains(id) { known.append(id) }
                } else {
                    problems.append(
                        GuideReader.problem(
                            place, "there is no topic \"\(title)\"", "write a topic's title as in its file"))
                }
            }
            guard !known.isEmpty else { continue }
            switch section.kind {
            case .group(let title): guide.groups.append(Group(title: title, topics: known))
            case .preset(let title, let length) where guide.presets.count < mostPresets:
                guide.presets.append(Preset(title: title, topics: known, length: length))
            case .preset: break
            case .checklists: checklists.formUnion(known)
            }
        }
        return (guide, checklists, problems)
    }

    /// The title of the first group that a topic is in.
    public func group(of topic: String) -> String? {
        groups.first { $0.topics.contains(topic) }?.title
    }
}

extension Bank {
    /// The topics group by group, those of no group last.
    public var topicsInGroups: [Topic] {
        let byID = Dictionary(topics.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var left = Set(byID.keys)
        let grouped = guide.groups.flatMap(\.topics).filter { left.remove($0) != nil }.compactMap { byID[$0] }
        return grouped + topics.filter { left.contains($0.id) }
    }
}
