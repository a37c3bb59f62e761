public import Interviews
public import Scheduling
import Synchronization

/// Keeps the log in memory, for tests and for trying things out. It forgets everything with the process.
public final class MemoryStore: EventStore {
    /// Rows rather than events, so that nothing passes here that a database would not take.
    private struct Kept {
        var at: Timestamp
        var row: EventRow
    }

    private struct ReviewKey: Hashable {
        var visitor: String
        var interview: String
        var question: String
    }

    private let kept = Mutex<[InterviewID: [Kept]]>([:])
    private let reviews = Mutex<[ReviewKey: ReviewRow]>([:])

    public init() {}

    public func commit(_ appends: [Append]) throws(StoreError) -> [Outcome] {
        var rows: [[EventRow]] = []
        for append in appends {
            rows.append(try append.rows())
        }
        return kept.withLock { kept in
            zip(appends, rows).map { append, rows in
                let latest = kept[append.interview]?.count ?? 0
                guard append.after == latest else { return .conflict(latest: latest) }
                kept[append.interview, default: []] += rows.map { Kept(at: append.at, row: $0) }
                keep(append.reviews, of: append.interview)
                return .recorded(append.recorded)
            }
        }
    }

    public func events(
        of interview: InterviewID, after seq: Int, limit: Int
    ) throws(StoreError) -> [RecordedEvent] {
        let rows = kept.withLock { $0[interview] ?? [] }
        var events: [RecordedEvent] = []
        for (index, kept) in rows.enumerated().dropFirst(seq).prefix(limit) {
            let event = try EventRow.event(payload: kept.row.payload, interview: interview, seq: index + 1)
            events.append(RecordedEvent(interview: interview, seq: index + 1, at: kept.at, event: event))
        }
        return events
    }

    public func latest(of interview: InterviewID) -> Int {
        kept.withLock { $0[interview]?.count ?? 0 }
    }

    public func interviewCount() -> Int {
        kept.withLock { $0.count }
    }

    public func reviews(of visitor: String) -> [Review] {
        reviews.withLock { $0.filter { $0.key.visitor == visitor }.values.flatMap(\.reviews) }
    }

    public func forgetReviews(of visitor: String) {
        reviews.withLock { $0 = $0.filter { $0.key.visitor != visitor } }
    }

    private func keep(_ reviews: [QuestionReview], of interview: InterviewID) {
        self.reviews.withLock { kept in
            for review in reviews {
                let row = ReviewRow(review, of: interview)
                let key = ReviewKey(
                    visitor: review.visitor, interview: row.interview, question: row.question)
                kept[key, default: row].ratings = row.ratings
            }
        }
    }
}
