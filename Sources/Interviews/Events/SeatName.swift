/// What somebody in a room is called: one line of 1...``maximumLength`` characters, of which some can be seen.
public struct SeatName: Hashable, Sendable, Codable, CustomStringConvertible {
    public let text: String

    /// In characters as people count them.
    public static let maximumLength = 40
    /// Marks that stand on one letter; more of them run into the lines above and below.
    private static let maximumMarks = 3

    /// Leaves out what cannot be seen or turns the writing around, and marks that pile up; white space becomes single.
    /// `nil` where nothing is left, or too much.
    public init?(_ raw: String) {
        guard raw.utf8.count <= 1000 else { return nil }
        var kept = String.UnicodeScalarView()
        var marks = 0
        for scalar in raw.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
                kept.append(" ")
                marks = 0
            case .format:
                // Joins the parts of an emoji or of an Indic letter; the others turn or hide.
                if scalar == "\u{200D}" { kept.append(scalar) }
            case .surrogate, .unassigned, .privateUse: break
            case .nonspacingMark, .enclosingMark, .spacingMark:
                marks += 1
                if marks <= Self.maximumMarks { kept.append(scalar) }
            default:
                kept.append(scalar)
                marks = 0
            }
        }
        let words = String(kept).split(separator: " ")
        let text = words.joined(separator: " ")
        guard !text.isEmpty, text.count <= Self.maximumLength, text.utf8.count <= 400,
            text.unicodeScalars.contains(where: {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || $0.properties.isEmoji
            })
        else { return nil }
        self.text = text
    }

    private init(exactly text: String) {
        self.text = text
    }

    /// The same name with a number that tells it from another that looks like it.
    func numbered(_ number: Int) -> SeatName { SeatName(exactly: "\(text) \(number)") }

    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    public var description: String { text }

    /// What people would take for the same name has the same look: case, accents, spaces and signs aside, and with
    /// the letters of other scripts that are drawn like Latin ones (after Unicode Technical Standard 39).
    var look: String {
        var look = ""
        for scalar in text.lowercased().decomposedScalars {
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { continue }
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .spacingMark: continue
            default: break
            }
            look.unicodeScalars.append(Self.twins[scalar] ?? scalar)
        }
        return look.isEmpty ? text : look
    }

    private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s",
        "һ": "h", "ԁ": "d", "ԛ": "q", "ԝ": "w", "в": "b", "к": "k", "м": "m", "н": "h", "т": "t", "α": "a",
        "β": "b", "γ": "y", "ε": "e", "η": "n", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "τ": "t",
        "υ": "u", "χ": "x", "ω": "w", "ı": "i", "0": "o", "1": "i", "l": "i",
    ]
}

extension String {
    /// Letters and their accents apart.
    fileprivate var decomposedScalars: [Unicode.Scalar] {
        unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
            // The standard library compares by canonical equivalence but does not hand out the parts; a letter with
            // accents is taken for the Latin letter in its Unicode name.
            guard !scalar.isASCII, let name = scalar.properties.name, name.hasPrefix("LATIN SMALL LETTER "),
                let letter = name.dropFirst(19).split(separator: " ").first, letter.utf8.count == 1
            else { return [scalar] }
            return Array(letter.lowercased().unicodeScalars)
        }
    }
}
