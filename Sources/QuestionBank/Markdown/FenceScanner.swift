/// Finds fenced blocks as CommonMark does, not by toggling: a fence closes only on a line with the same character, at
/// least as long, without an info string. It also ends with its list item, and where it would swallow what is plainly
/// the next part of the document.
struct FenceScanner {
    private struct Fence {
        var character: UInt8
        var length: Int
        var indent: Int
    }

    static func scan(_ page: inout Page) {
        var scanner = FenceScanner(lookAhead: page.lines.count * 4 + 2000)
        var index = 0
        while index < page.lines.count {
            if let fence = opener(page.body(index), indent: Int(page.lines[index].indent)) {
                let end = scanner.end(of: fence, openedAt: index, in: page)
                for line in index..<end { page.lines[line].kind = .fenced }
                index = end
            } else {
                scanner.remember(page, index)
                index += 1
            }
        }
    }

    /// How many lines may still be read twice, beyond where a fence seems to end: without such a bound a document of
    /// nothing but openings would be read over and over.
    private var lookAhead: Int

    private init(lookAhead: Int) { self.lookAhead = lookAhead }

    /// Shapes of headings outside fences that look like questions; the same shape inside one ends it.
    private var questionHeadings: Set<Int> = []

    private mutating func remember(_ page: Page, _ index: Int) {
        if let shape = Self.shape(page, index) { questionHeadings.insert(shape) }
    }

    /// The level of a numbered or asking heading, or something else for a numbered heading in a list.
    private static func shape(_ page: Page, _ index: Int) -> Int? {
        let body = page.body(index)
        guard case .heading(let level) = LineKind.of(body, indent: Int(page.lines[index].indent)) else {
            return nil
        }
        if let marker = ListMarker(body), marker.number != nil { return 10 + level }
        guard level >= 2 else { return nil }
        let text = body.dropFirst(level).trimmed
        return Label(text).kind != .none || text.last == UInt8(ascii: "?") ? level : nil
    }

    /// How many lines further a closing fence is looked for once the fence seems to be over: bounded, so that reading
    /// stays linear.
    private static let patience = 200

    /// The line after the last one that belongs to the fence.
    private mutating func end(of fence: Fence, openedAt opening: Int, in page: Page) -> Int {
        var firstDedent: Int?
        var sawInnerOpener = false
        var index = opening + 1
        var breakAt: Int?
        while index < page.lines.count {
            let body = page.body(index)
            let indent = Int(page.lines[index].indent)
            if Self.closes(body, fence) {
                // Closed by a fence less indented than the item it began in: that one opens or closes another block.
                if let breakAt, sawInnerOpener || firstDedent != nil { return breakAt }
                return index + 1
            }
            if !body.isEmpty, fence.indent > 0, indent < fence.indent, firstDedent == nil {
                firstDedent = index
            }
            if Self.opener(body, indent: indent).map({ $0.character == fence.character }) ?? false {
                sawInnerOpener = true
            }
            if breakAt == nil, isBreak(page, index, fence: fence, indent: indent) { breakAt = index }
            if breakAt != nil || firstDedent != nil {
                lookAhead -= 1
                if lookAhead < 0 { return firstDedent ?? breakAt ?? index }
            }
            if let breakAt, firstDedent != nil || index - breakAt > Self.patience {
                return firstDedent ?? breakAt
            }
            if let firstDedent, index - firstDedent > Self.patience { return firstDedent }
            index += 1
        }
        return breakAt ?? firstDedent ?? page.lines.count
    }

    private func isBreak(_ page: Page, _ index: Int, fence: Fence, indent: Int) -> Bool {
        let body = page.body(index)
        if body.starts("<details") || body.starts("</details") { return true }
        if fence.indent > 0, indent == 0, Furniture.isNavigation(body) { return true }
        return Self.shape(page, index).map { questionHeadings.contains($0) } ?? false
    }

    private static func opener(_ body: Bytes, indent: Int) -> Fence? {
        // An item may begin with its fence: `- ```js`.
        if let marker = ListMarker(body), let first = marker.rest.first, first == 0x60 || first == 0x7E {
            return opener(marker.rest, indent: indent + marker.width)
        }
        guard let character = body.first, character == 0x60 || character == 0x7E else { return nil }
        let length = body.prefix { $0 == character }.count
        guard length >= 3 else { return nil }
        // Backticks after the info string: inline code, no fence.
        if character == 0x60, body.dropFirst(length).contains(0x60) { return nil }
        return Fence(character: character, length: length, indent: indent)
    }

    private static func closes(_ body: Bytes, _ fence: Fence) -> Bool {
        guard body.first == fence.character, body.count >= fence.length else { return false }
        return body.allSatisfy { $0 == fence.character }
    }
}
