/// A key point's head between `**` and `**`. By CommonMark's rule a backslash keeps an asterisk of the head itself from
/// ending it.
enum BoldHead {
    /// The head with `**` around it.
    static func written(_ head: String) -> String {
        var out: [UInt8] = Array("**".utf8)
        let bytes = head.bytes
        for index in bytes.indices {
            let byte = bytes[index]
            let isLast = index + 1 == bytes.endIndex
            // A backslash before a letter is LaTeX, and stays as it is.
            if byte == .asterisk || byte == .backslash && (isLast || isEscapable(bytes[index + 1])) {
                out.append(.backslash)
            }
            out.append(byte)
        }
        return String(decoding: out, as: UTF8.self) + "**"
    }

    /// What is bold at the beginning of a line, and what follows; `nil` where nothing is.
    static func read(_ text: Bytes) -> (head: String, rest: Bytes)? {
        guard let sign = text.first, sign == .asterisk || sign == .underscore,
            text.dropFirst().first == sign
        else { return nil }
        var head: [UInt8] = []
        var index = text.startIndex + 2
        while index + 1 < text.endIndex {
            let next = text[index + 1]
            if text[index] == .backslash, isEscapable(next) {
                head.append(next)
                index += 2
            } else if text[index] == sign, next == sign {
                return head.isEmpty ? nil : (String(decoding: head, as: UTF8.self), text[(index + 2)...])
            } else {
                head.append(text[index])
                index += 1
            }
        }
        return nil
    }

    private static func isEscapable(_ byte: UInt8) -> Bool {
        byte == .asterisk || byte == .underscore || byte == .backslash
    }
}

extension UInt8 {
    fileprivate static let asterisk = UInt8(ascii: "*")
    fileprivate static let underscore = UInt8(ascii: "_")
    fileprivate static let backslash = UInt8(ascii: "\\")
}
