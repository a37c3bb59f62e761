import CCrypto
import Interviews

/// An interview with all that is kept of it.
struct MovedInterview: Hashable, Sendable {
    var id: InterviewID
    var events: [MovedEvent]
    /// In the order of ``MovedTable/ofInterviews``.
    var beside: [MovedRows]

    /// SHA-256 of all of it: the same in two stores that keep the same.
    var digest: [UInt8] {
        var sum = MovedSum()
        for event in events {
            sum.add(["\(event.seq)", "\(event.at)", event.kind, event.lane, event.payload])
            sum.add(event.questions.map(\.body))
        }
        for rows in beside {
            sum.add([rows.table.name])
            // A database's order of texts is its own.
            for row in rows.rows.sorted(by: Self.precedes) { sum.add(row) }
        }
        return sum.digest
    }

    private static func precedes(_ one: [String?], _ other: [String?]) -> Bool {
        one.lexicographicallyPrecedes(other) { ($0 ?? "") < ($1 ?? "") }
    }
}

/// Adds values up to one digest. Each with its length before it, so that none can pass for two.
struct MovedSum {
    private var bytes: [UInt8] = []

    mutating func add(_ values: [String?]) {
        bytes += Array("\(values.count)\n".utf8)
        for value in values {
            guard let value else {
                bytes += Array("-\n".utf8)
                continue
            }
            bytes += Array("\(value.utf8.count):".utf8)
            bytes += Array(value.utf8)
        }
    }

    var digest: [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        unsafe SHA256(bytes, bytes.count, &digest)
        return digest
    }
}
