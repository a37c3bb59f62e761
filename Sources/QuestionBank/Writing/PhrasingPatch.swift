/// Adds phrasings to key points in a document of the bank's own format, as a unified diff to be read and applied by a
/// person.
public struct PhrasingPatch: Sendable {
    /// A phrasing for a key point of a question.
    public struct Addition: Hashable, Sendable {
        /// The line of the question's heading, from 1.
        public var line: Int
        /// ``KeyPoint/head``
        public var head: String
        public var phrasing: String

        public init(line: Int, head: String, phrasing: String) {
            self.line = line
            self.head = head
            self.phrasing = phrasing
        }
    }

    private var lines: [String]
    /// What becomes of a line, by index: itself, changed or with more lines below it.
    private var changes: [Int: [String]] = [:]

    /// - Parameter text: the whole document.
    public init(of text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // What follows the last line break is no line.
        if lines.last == "" { lines.removeLast() }
    }

    /// `false` where the document has no such key point below that line: it is not in the bank's own format, or
    /// was changed meanwhile.
    public mutating func add(_ addition: Addition) -> Bool {
        guard let point = line(of: addition) else { return false }
        let indent = lines[point].prefix { $0 == " " || $0 == "\t" } + "  "
        var below = point + 1
        while lines.indices.contains(below), lines[below].hasPrefix(indent) {
            if lines[below].dropFirst(indent.count).lowercased().hasPrefix("- also:") {
                let longer = (changes[below]?.first ?? lines[below]) + "; " + addition.phrasing
                changes[below] = [longer] + (changes[below]?.dropFirst() ?? [])
                return true
            }
            below += 1
        }
        // The second phrasing of a point that had none joins the first.
        if let added = changes[point], added.count > 1 {
            changes[point] = [added[0], added[1] + "; " + addition.phrasing] + added.dropFirst(2)
        } else {
            changes[point] = [lines[point], "\(indent)- Also: \(addition.phrasing)"]
        }
        return true
    }

    private func line(of addition: Addition) -> Int? {
        var level: Int?
        for index in lines.indices.dropFirst(max(0, addition.line - 1)) {
            let line = lines[index]
            if line.hasPrefix("#") {
                let hashes = line.prefix { $0 == "#" }.count
                // The next question.
                if let level, hashes <= level { return nil }
                level = level ?? hashes
            }
            let item = line.drop { $0 == " " || $0 == "\t" }
            guard item.hasPrefix("- ") || item.hasPrefix("* ") else { continue }
            if KeyPointReader.headAndGist(String(item.dropFirst(2))).head == addition.head { return index }
        }
        return nil
    }

    /// The patch for a file, with three lines of context as `diff -u` gives; empty where nothing was added.
    public func text(file: String) -> String {
        let context = 3
        var hunks: [ClosedRange<Int>] = []
        for index in changes.keys.sorted() {
            // What goes in behind a line has that line before it: `patch` takes a hunk with less context below than
            // above for the end of the file.
            let isBehind = changes[index]?.first == lines[index]
            let first = max(0, index - context + (isBehind ? 1 : 0))
            let range = first...min(lines.count - 1, index + context)
            if let last = hunks.last, range.lowerBound <= last.upperBound + 1 {
                hunks[hunks.count - 1] = last.lowerBound...range.upperBound
            } else {
                hunks.append(range)
            }
        }
        guard !hunks.isEmpty else { return "" }
        var added = 0
        var text = "--- a/\(file)\n+++ b/\(file)\n"
        for hunk in hunks {
            var body = ""
            var count = 0
            for index in hunk {
                let after = changes[index] ?? [lines[index]]
                if after[0] == lines[index] {
                    body += " \(lines[index])\n"
                } else {
                    body += "-\(lines[index])\n+\(after[0])\n"
                }
                for line in after.dropFirst() { body += "+\(line)\n" }
                count += after.count
            }
            text +=
                "@@ -\(hunk.lowerBound + 1),\(hunk.count) +\(hunk.lowerBound + 1 + added),\(count) @@\n\(body)"
            added += count - hunk.count
        }
        return text
    }
}
