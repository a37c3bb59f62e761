/// A list item with what is nested below it.
struct Item {
    var line: Int
    var number: Int?
    /// The item's own text, continuation lines joined.
    var text: String
    var children: [Item] = []

    /// Deeper nesting counts as this deep: it carries no meaning to people, and no recursion may follow it.
    static let maxDepth = 6

    /// The lists in the lines, in order. Lines that are no items and continue none part one list from the next.
    static func lists(_ lines: [(line: Int, text: Bytes)]) -> [[Item]] {
        var lists: [[Item]] = []
        var builder = Builder()
        var afterBlank = false
        for (line, text) in lines {
            let body = text.trimmedStart
            let indent = text.count - body.count
            if body.isEmpty {
                afterBlank = true
                continue
            }
            if let marker = ListMarker(body.trimmedEnd), !marker.rest.isEmpty {
                builder.add(Item(line: line, number: marker.number, text: marker.rest.string), indent: indent)
            } else if builder.isOpen, indent >= 2 || !afterBlank {
                builder.extend(with: body.trimmed.string)
            } else if builder.isOpen {
                lists.append(builder.finish())
            }
            afterBlank = false
        }
        if builder.isOpen { lists.append(builder.finish()) }
        return lists
    }

    /// Builds the tree without recursion: a stack of open items.
    private struct Builder {
        private var roots: [Item] = []
        private var open: [(item: Item, indent: Int)] = []

        var isOpen: Bool { !open.isEmpty || !roots.isEmpty }

        mutating func add(_ item: Item, indent: Int) {
            while let last = open.last, indent <= last.indent || open.count >= Item.maxDepth { close() }
            open.append((item, indent))
        }

        mutating func extend(with text: String) {
            guard !open.isEmpty else { return }
            open[open.count - 1].item.text += " " + text
        }

        mutating func finish() -> [Item] {
            while !open.isEmpty { close() }
            defer { roots = [] }
            return roots
        }

        private mutating func close() {
            let (item, _) = open.removeLast()
            if open.isEmpty { roots.append(item) } else { open[open.count - 1].item.children.append(item) }
        }
    }
}
