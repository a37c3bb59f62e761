import Interviews

/// Which addresses the log has told of: a line each, and once a minute at most.
struct LimitNotes {
    /// More addresses than that meet limits only on purpose; the metrics count them.
    static let mostAddresses = 1000

    private var minute: Int64 = 0
    private var told: Set<String> = []

    /// Whether the log has not told of this address in this minute.
    mutating func isNew(_ address: String?, at time: Timestamp) -> Bool {
        let minute = time.milliseconds / 60_000
        if minute != self.minute { (self.minute, told) = (minute, []) }
        return told.count < Self.mostAddresses && told.insert(address ?? "").inserted
    }
}
