import Marking

/// Writes import records as JSON, piece by piece: however long the list, it is never in memory as a whole.
public struct ImportJSON {
    private var isEmpty = true

    public init() {}

    /// Hands over the document's questions; what ``end()`` returns comes after the last document's.
    public mutating func list(_ document: DocumentReading, _ write: (String) -> Void) {
        var text = JSONPiece()
        for record in document.records {
            text.raw(isEmpty ? "[\n" : ",\n")
            isEmpty = false
            record.write(to: &text)
            if text.isLong { write(text.take()) }
        }
        write(text.take())
    }

    public func end() -> String { isEmpty ? "[]\n" : "\n]\n" }
}

/// JSON text in the making.
private struct JSONPiece {
    private var bytes: [UInt8] = []

    var isLong: Bool { bytes.count > 1 << 16 }

    mutating func take() -> String {
        defer { bytes.removeAll(keepingCapacity: true) }
        return String(decoding: bytes, as: UTF8.self)
    }

    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func number(_ value: Int) { bytes += "\(value)".utf8 }

    mutating func text(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case .newline: raw("\\n")
            case .tab: raw("\\t")
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func texts(_ list: some Collection<String>) {
        raw("[")
        for (index, text) in list.enumerated() {
            if index > 0 { raw(", ") }
            self.text(text)
        }
        raw("]")
    }
}

extension ImportRecord {
    fileprivate func write(to json: inout JSONPiece) {
        json.raw("{\"file\": ")
        json.text(file)
        json.raw(", \"line\": ")
        json.number(line)
        json.raw(", \"topic\": ")
        json.text(topic)
        json.raw(", \"question\": ")
        json.text(question)
        json.raw(", \"answer\": ")
        json.text(answer)
        json.raw(", \"key_points\": ")
        json.texts(keyPoints)
        json.raw(", \"flags\": ")
        json.texts(flags.map(\.rawValue))
        json.raw("}")
    }
}
