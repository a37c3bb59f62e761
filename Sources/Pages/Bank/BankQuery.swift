/// Which questions of the bank somebody looks for, read from an address.
public struct BankQuery: Hashable, Sendable {
    /// As they were typed; at most ``longest`` characters.
    public var typed: String
    /// ``Topic/id``
    public var topic: String?

    static let longest = 200

    init(_ parameters: [String: String]) {
        typed = String((parameters["q"] ?? "").prefix(Self.longest))
        topic = parameters["topic"].flatMap { $0.isEmpty || $0.utf8.count > 200 ? nil : $0 }
    }

    var isEmpty: Bool { words.isEmpty && topic == nil }

    /// In small letters; what is looked for has all of them.
    var words: [String] { typed.lowercased().split(whereSeparator: \.isWhitespace).map(String.init) }

    var address: String {
        let fields = [("q", typed), ("topic", topic ?? "")].filter { !$0.1.isEmpty }
        let query = fields.map { "\($0.0)=\(Address.encoded($0.1))" }.joined(separator: "&")
        return "bank" + (query.isEmpty ? "" : "?" + query)
    }
}
