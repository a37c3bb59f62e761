import Marking

/// Writes a question in our own format.
struct QuestionWriter {
    private var text = ""

    static func write(_ question: Question) -> String {
        var writer = QuestionWriter()
        writer.header(question)
        writer.keyPoints(question)
        writer.part("Model answer", block: question.modelAnswer)
        for sample in question.samples { writer.sample(sample, question) }
        writer.part("References", list: question.references)
        writer.part("Follow-ups", list: question.followUps)
        return writer.text
    }

    private mutating func header(_ question: Question) {
        let (title, extra) = question.prompt.splitAtFirstLine
        text += "## \(title)\n\n"
        var meta: [String] = []
        if let difficulty = question.difficulty { meta.append("Difficulty: \(difficulty.rawValue)") }
        if !question.tags.isEmpty { meta.append("Tags: " + question.tags.joined(separator: ", ")) }
        if let kind = question.kind { meta.append("Kind: " + kind.rawValue) }
        if let language = question.language { meta.append("Language: " + language) }
        meta.append("Id: " + question.id)
        text += "*" + meta.joined(separator: " · ") + "*\n"
        if !extra.isEmpty { text += "\n" + escaped(extra) + "\n" }
    }

    private mutating func keyPoints(_ question: Question) {
        for (title, isMisconception) in [("Key points", false), ("Misconceptions", true)] {
            let points = question.keyPoints.filter { $0.isMisconception == isMisconception }
            guard !points.isEmpty else { continue }
            // Nobody has looked at them yet: who has takes the word away.
            let isDrafted = !isMisconception && question.flags.contains(.draftedKeyPoints)
            text += "\n### \(title)\(isDrafted ? " (drafted)" : "")\n\n"
            var group: Int?
            for point in points {
                if let own = point.group, own != group, own < question.groups.count {
                    text += "- Any \(question.groups[own].needed) of:\n"
                }
                group = point.group
                keyPoint(point, indent: group == nil ? "" : "  ")
            }
        }
    }

    private mutating func keyPoint(_ point: KeyPoint, indent: String) {
        text += "\(indent)- \(BoldHead.written(point.head))\(point.gist.isEmpty ? "" : ": " + point.gist)\n"
        func note(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { text += "\(indent)  - \(name): \(value)\n" }
        }
        note("Also", point.phrasings.joined(separator: "; "))
        note("Not", point.misstatements?.joined(separator: "; "))
        note("Hint", point.hint)
        note("Probe", point.probe)
        if point.weight != 1 {
            let weight = point.weight
            note("Weight", weight == weight.rounded() && weight < 1000 ? "\(Int(weight))" : "\(weight)")
        }
        if point.isRequired { note("Required", "yes") }
    }

    private mutating func sample(_ sample: SampleAnswer, _ question: Question) {
        text += "\n### Sample answer\(sample.name.isEmpty ? "" : ": " + sample.name)\n\n"
        for line in sample.text.split(separator: "\n", omittingEmptySubsequences: false) {
            text += line.isEmpty ? ">\n" : "> \(line)\n"
        }
        text += "\n"
        for verdict in Verdict.allCases {
            let heads = question.keyPoints.filter { sample.expected[$0.id] == verdict }.map(\.head)
            guard !heads.isEmpty else { continue }
            text += "- \(verdict.rawValue.prefix(1).uppercased() + verdict.rawValue.dropFirst()): "
            text += heads.joined(separator: ", ") + "\n"
        }
    }

    private mutating func part(_ title: String, block: String?) {
        guard let block, !block.isEmpty else { return }
        text += "\n### \(title)\n\n\(escaped(block))\n"
    }

    private mutating func part(_ title: String, list: [String]) {
        guard !list.isEmpty else { return }
        text += "\n### \(title)\n\n" + list.map { "- \($0)\n" }.joined()
    }

    /// Lines that would be headings of the bank, or comments, get a backslash.
    private func escaped(_ block: String) -> String {
        var fence = FenceState()
        return block.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let bytes = String(line).bytes
            let body = bytes.trimmedStart
            guard !fence.read(body) else { return String(line) }
            let rest = body.drop { $0 == UInt8(ascii: "\\") }
            guard rest.first == UInt8(ascii: "#") || rest.starts("<!--") else { return String(line) }
            return bytes[..<body.startIndex].string + "\\" + body.string
        }.joined(separator: "\n")
    }
}

extension String {
    /// The first line, and what follows the blank lines behind it.
    var splitAtFirstLine: (first: String, rest: String) {
        guard let (first, rest) = bytes.split(at: .newline) else { return (self, "") }
        return (first.trimmedEnd.string, rest.string.trimmingBlankLines)
    }
}
