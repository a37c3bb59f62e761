/// HTML character references.
enum Entity {
    /// Decodes the reference at the index, or copies the ampersand; returns where to go on.
    static func decode(_ text: Bytes, at index: Int, into out: inout [UInt8]) -> Int {
        guard let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
            let value = value(text[(index + 1)..<end])
        else {
            out.append(text[index])
            return index + 1
        }
        out.append(contentsOf: value.utf8)
        return end + 1
    }

    private static func value(_ name: Bytes) -> String? {
        guard name.first == UInt8(ascii: "#") else { return named[name.string] }
        let digits = name.dropFirst()
        let isHex = digits.first?.lowercased == UInt8(ascii: "x")
        guard let code = UInt32(isHex ? digits.dropFirst().string : digits.string, radix: isHex ? 16 : 10),
            code >= 0x20, let scalar = Unicode.Scalar(code)
        else { return nil }
        return String(scalar)
    }

    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
        "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "rarr": "→", "larr": "←",
        "times": "×", "le": "≤", "ge": "≥", "ne": "≠", "deg": "°", "copy": "©", "reg": "®", "bull": "•",
        "middot": "·", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "lambda": "λ", "mu": "μ",
        "sigma": "σ", "theta": "θ", "pi": "π", "sum": "∑", "minus": "−", "emsp": " ", "ensp": " ",
    ]
}
