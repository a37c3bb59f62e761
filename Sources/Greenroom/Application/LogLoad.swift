import Transcripts

/// What the log was given and has not answered. It answers in the order in which it was asked: were it given whatever
/// comes, one who asks for much would have everybody wait behind it.
struct LogLoad {
    private var weights: [UInt64: Int] = [:]
    private(set) var weight = 0

    /// A hundred answers make one transaction of a few milliseconds.
    private static let most = 100
    /// A new interview is some ten times the work of an answer.
    private static let opening = 10

    /// Whether what comes next had better wait.
    var isFull: Bool { weight >= Self.most }

    mutating func add(_ append: Append) {
        let weight = append.place == .opening ? Self.opening : 1
        weights[append.ticket] = weight
        self.weight += weight
    }

    mutating func remove(_ completions: [LogWriter.Completed]) {
        for completed in completions { weight -= weights.removeValue(forKey: completed.ticket) ?? 0 }
    }
}
