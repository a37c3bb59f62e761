/// `*Difficulty: medium · Tags: a, b · Kind: checklist · Language: de · Id: name*`
struct MetaLine {
    var difficulty: Difficulty?
    var tags: [String] = []
    var id: String?
    var language: String?
    var kind: Question.Kind?
    var faults: [String] = []

    init?(_ body: Bytes) {
        guard let mark = body.first, mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_"),
            body.last == mark,
            body.count > 2, body.dropFirst().first != mark
        else { return nil }
        let parts = body.dropFirst().dropLast().string.split { $0 == "·" || $0 == "|" }
        var isMeta = false
        for part in parts {
            guard let (key, value) = String(part).bytes.split(at: UInt8(ascii: ":")) else { continue }
            let text = value.trimmed.string
            switch key.trimmed.string.lowercased() {
            case "difficulty":
                isMeta = true
                difficulty = Difficulty(rawValue: text.lowercased())
                if difficulty == nil {
                    faults.append("the difficulty \"\(text)\" is none of easy, medium, hard")
                }
            case "tags":
                isMeta = true
                tags = text.split(separator: ",").map { String($0).bytes.trimmed.string }.filter {
                    !$0.isEmpty
                }
            case "kind":
                isMeta = true
                kind = Question.Kind(rawValue: text.lowercased())
                if kind == nil { faults.append("the kind \"\(text)\" is not checklist") }
            case "language":
                isMeta = true
                let isCode =
                    (2...12).contains(text.utf8.count)
                    && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
                if isCode {
                    language = text.lowercased() == "en" ? nil : text
                } else {
                    faults.append("the language \"\(text)\" is no code such as de or pt-BR")
                }
            case "id":
                isMeta = true
                id = text
                if text.utf8.count > Self.maxIDLength {
                    faults.append("the id is longer than \(Self.maxIDLength) characters")
                    id = nil
                } else if !Self.isID(text) {
                    faults.append("the id \"\(text)\" has other characters than letters, digits, - and /")
                    id = nil
                }
            case let other: if isMeta { faults.append("\"\(other)\" is nothing the meta line knows") }
            }
        }
        guard isMeta else { return nil }
    }

    /// An id made of a topic's and a question's slug, each with its digest, has 135 characters at most.
    private static let maxIDLength = 160

    private static func isID(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/")
            }
    }
}
