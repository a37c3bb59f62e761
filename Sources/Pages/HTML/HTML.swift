/// A piece of a page. Whatever becomes one from a string is escaped; only elements of our own, and Markdown that was
/// rendered safely, are not.
///
/// Escaping goes by bytes: a sign with an accent on it is one character to Swift, and still the sign to a browser.
struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    private(set) var source: String

    /// Text, escaped.
    init(_ text: String) { source = Self.escaped(text) }

    init(stringLiteral text: String) { self.init(text) }

    /// What is HTML already.
    init(rendered source: String) { self.source = source }

    init(_ parts: [HTML]) { source = parts.map(\.source).joined() }

    static let none = HTML(rendered: "")

    static func + (one: HTML, other: HTML) -> HTML { HTML(rendered: one.source + other.source) }

    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { replacement(of: $0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        for byte in text.utf8 {
            if let replacement = replacement(of: byte) {
                bytes.append(contentsOf: replacement.utf8)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func replacement(of byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        // No page may hold them, https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream
        case 0..<9, 11, 12, 14..<32, 127: "\u{FFFD}"
        // A browser would make one of "\r\n", and places in an answer would not be where they are counted to be.
        case 13: "&#13;"
        default: nil
        }
    }
}

typealias Attributes = KeyValuePairs<StaticString, String?>

/// An element. An attribute whose value is `nil` is left out; one that is `""` has no value.
func h(_ name: StaticString, _ attributes: Attributes = [:], _ children: HTML?...) -> HTML {
    h(name, attributes, children.compactMap(\.self))
}

func h(_ name: StaticString, _ attributes: Attributes = [:], _ children: [HTML]) -> HTML {
    var source = "<\(name)"
    for case (let key, let value?) in attributes {
        source += value.isEmpty ? " \(key)" : " \(key)=\"\(HTML.escaped(value))\""
    }
    source += ">"
    if isVoid(name) { return HTML(rendered: source) }
    for child in children { source += child.source }
    return HTML(rendered: source + "</\(name)>")
}

private func isVoid(_ name: StaticString) -> Bool {
    switch name.description {
    case "meta", "link", "input", "img", "br", "hr": true
    default: false
    }
}

extension HTML {
    /// Something between each two.
    static func joined(_ parts: [HTML], by separator: HTML) -> HTML {
        HTML(rendered: parts.map(\.source).joined(separator: separator.source))
    }
}
