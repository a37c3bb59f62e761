import FoundationEssentials

/// Looks over the text of a frame before anything is decoded from it. The decoder guesses an encoding from where the
/// zeros are, takes the first of two fields of one name, and goes down as deep as it is led.
enum JSONOutline {
    /// Objects and arrays within one another.
    static let mostDepth = 16
    /// Values in all, names not counted.
    static let mostValues = 5000

    /// Whether it can be one JSON object, in UTF-8, no deeper and no longer than a message ever is, in which no object
    /// has a name twice. Whether it really is JSON is for the decoder to say.
    static func isSound(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.first(where: { !isSpace($0) }) == UInt8(ascii: "{") else { return false }
        var open: [Container] = []
        var values = 1
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                guard let end = endOfString(from: index, in: bytes) else { return false }
                if open.last?.awaitsName == true {
                    guard let name = name(bytes[index...end]) else { return false }
                    open[open.count - 1].awaitsName = false
                    guard open[open.count - 1].names.insert(name).inserted else { return false }
                }
                index = end
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard open.count < mostDepth else { return false }
                open.append(Container(awaitsName: bytes[index] == UInt8(ascii: "{")))
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard open.popLast() != nil else { return false }
            case UInt8(ascii: ","):
                values += 1
                guard !open.isEmpty, values <= mostValues else { return false }
                open[open.count - 1].separated()
            case let byte where byte < 0x20 && !isSpace(byte): return false
            default: break
            }
            index += 1
        }
        return open.isEmpty
    }

    private struct Container {
        let isObject: Bool
        var awaitsName: Bool
        var names: Set<String> = []

        init(awaitsName: Bool) {
            isObject = awaitsName
            self.awaitsName = awaitsName
        }

        mutating func separated() { awaitsName = isObject }
    }

    /// The index of the quotation mark that ends it.
    private static func endOfString(from start: Int, in bytes: [UInt8]) -> Int? {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index < bytes.count ? index : nil
    }

    /// As the decoder will call it: `\u0061` is `a`.
    private static func name(_ quoted: ArraySlice<UInt8>) -> String? {
        guard quoted.contains(UInt8(ascii: "\\")) else {
            return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
        }
        return try? JSONDecoder().decode([String].self, from: Data([0x5b] + quoted + [0x5d])).first
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
    }
}
