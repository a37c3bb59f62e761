package import Interviews

extension Hub {
    /// What is still held although nobody is there and nothing is on its way; `nil` where nothing is. For tests.
    package var unfinished: String? {
        let rest: [(String, Int)] = [
            ("sessions", sessions.count), ("interviews", held.count), ("appends", inFlight.count),
            ("recalls", recalls.count), ("searches", searches.count), ("erasings", erasings.count),
            ("flaggings", flaggings.count), ("errands", errands.count),
            ("consultations", consultations.count),
            ("forgettings", forgettings.count), ("sayings", sayings.count), ("departures", departures.count),
            ("checks", checks.count),
            ("documents", documents.waiting + documents.textBytes + documents.bankBytes),
        ]
        let left = rest.filter { $0.1 != 0 }
        return left.isEmpty ? nil : left.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    }

    /// How an interview stands here, where it is in memory and can be gone on with. For tests.
    package func state(of interview: InterviewID) -> Interview? {
        held[interview].flatMap { $0.isReady ? $0.confirmed : nil }
    }
}
