/// Something in a bank that its author should mend.
public struct Problem: Hashable, Sendable, Codable, CustomStringConvertible {
    public enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
        /// Worth knowing.
        case note
        /// The question works, but not as well as it could.
        case warning
        /// The question can't be asked or marked as written.
        case error

        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// What is checked; stable, so that scripts can select by it.
    public enum Rule: String, Hashable, Sendable, Codable, CaseIterable {
        case unreadable = "unreadable"
        case tooLong = "too-long"
        case syntax = "syntax"
        case duplicateID = "duplicate-id"
        case nearDuplicate = "near-duplicate"
        case noKeyPoints = "no-key-points"
        case modelAnswer = "model-answer"
        case sample = "sample"
        case unreachablePoint = "unreachable-point"
        case alwaysHit = "always-hit"
        case glossary = "glossary"
        case guide = "guide"
    }

    public var severity: Severity
    public var location: SourceLocation
    /// What is wrong, in one sentence.
    public var what: String
    /// How to mend it.
    public var remedy: String
    public var rule: Rule

    public init(severity: Severity, location: SourceLocation, what: String, remedy: String, rule: Rule) {
        self.severity = severity
        self.location = location
        self.what = what
        self.remedy = remedy
        self.rule = rule
    }

    /// `file:line: severity: what; remedy [rule]`
    public var description: String {
        "\(location): \(severity.rawValue): \(what); \(remedy) [\(rule.rawValue)]"
    }
}
