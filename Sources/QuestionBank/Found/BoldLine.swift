/// `**bold** tail`: a line that begins in bold.
struct BoldLine {
    var inside: Bytes
    /// What follows the bold, without decoration.
    var tail: Bytes

    init?(_ text: Bytes) {
        guard
            let open = text.dropping(prefix: "**") ?? text.dropping(prefix: "__")
                ?? text.dropping(prefix: "<b>")
        else { return nil }
        guard
            let close = open.firstIndex(of: "**") ?? open.firstIndex(of: "__") ?? open.firstIndex(of: "</b>"),
            close > open.startIndex
        else { return nil }
        inside = open[..<close]
        tail = open[close...].drop { ByteSet.emphasis.contains($0) }
        if let after = tail.dropping(prefix: "</b>") { tail = after }
        tail = Label.undecorated(tail.drop { ByteSet.emphasis.contains($0) })
        // Emoji of difficulty and the like are no tail.
        if tail.allSatisfy({ $0.isBlank || $0 >= 0x80 || "*_.:".utf8.contains($0) }), tail.count < 24 {
            tail = []
        }
    }
}
