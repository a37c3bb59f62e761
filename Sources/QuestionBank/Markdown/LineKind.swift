/// What a line is by itself, before its surroundings are known.
enum LineKind {
    static func of(_ body: Bytes, indent: Int) -> Line.Kind {
        guard let first = body.first else { return .blank }
        switch first {
        case UInt8(ascii: "#"):
            return indent < 4 ? headingLevel(body).map { .heading($0) } ?? .text : .text
        case UInt8(ascii: "|"): return .tableRow
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "="):
            if isRule(body) { return .rule }
        default: break
        }
        guard let marker = ListMarker(body) else { return .text }
        // A heading inside an ordered list item: "12. ### What is …".
        if indent < 4, marker.number != nil, let level = headingLevel(marker.rest) { return .heading(level) }
        return .listItem
    }

    /// One to six `#` and a blank or the line's end. A missing blank is forgiven before a letter, where people forget
    /// it, but not before `!` (`#!/bin/sh`) and the like.
    static func headingLevel(_ body: Bytes) -> Int? {
        let level = body.prefix { $0 == UInt8(ascii: "#") }.count
        guard (1...6).contains(level) else { return nil }
        guard let next = body.dropFirst(level).first else { return level }
        if next.isBlank { return level }
        guard level >= 2 else { return nil }
        if next.isUpper || next >= 0x80 || "*[<".utf8.contains(next) { return level }
        // "###1. Title", but not "##1".
        let digits = body.dropFirst(level).digitsPrefix
        let mark = body.dropFirst(level + digits.count).first
        return !digits.isEmpty && (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")) ? level : nil
    }

    /// Three or more of the same of `-`, `*`, `_`, with blanks between or not; also a long row of `=`.
    static func isRule(_ body: Bytes) -> Bool {
        guard let first = body.first else { return false }
        var count = 0
        for byte in body where !byte.isBlank {
            guard byte == first else { return false }
            count += 1
        }
        return count >= 3
    }
}

/// `- `, `* `, `+ `, `• `, `1. `, `1) ` and the like at the start of a line.
struct ListMarker {
    /// The item's number; `nil` for a bullet.
    var number: Int?
    /// What follows the marker.
    var rest: Bytes
    /// Bytes of the marker with the blanks after it.
    var width: Int

    init?(_ body: Bytes) {
        guard let first = body.first else { return nil }
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
            let after = body.dropFirst()
            guard let next = after.first else {
                self.init(number: nil, rest: after, in: body)
                return
            }
            guard next.isBlank else { return nil }
            self.init(number: nil, rest: after, in: body)
        case 0xE2:
            guard body.starts(with: [0xE2, 0x80, 0xA2]) || body.starts(with: [0xE2, 0x97, 0xA6]) else {
                return nil
            }
            self.init(number: nil, rest: body.dropFirst(3), in: body)
        case 0x30...0x39:
            let digits = body.digitsPrefix
            var after = body.dropFirst(digits.count)
            // Some converters escape the full stop: `3\. What …`.
            if after.first == UInt8(ascii: "\\") { after = after.dropFirst() }
            guard let mark = after.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
                return nil
            }
            after = after.dropFirst()
            guard after.first?.isBlank ?? true else { return nil }
            self.init(number: digits.number ?? 0, rest: after, in: body)
        default: return nil
        }
    }

    private init(number: Int?, rest: Bytes, in body: Bytes) {
        self.number = number
        self.rest = rest.trimmedStart
        width = self.rest.startIndex - body.startIndex
    }
}
