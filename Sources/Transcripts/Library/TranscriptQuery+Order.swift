/// The order of a list in SQL, which is the same in either store.
extension TranscriptQuery.Sort {
    /// Of the rows that are `found`.
    var order: String {
        switch self {
        case .newest: "found.opened DESC, found.transcript DESC"
        case .oldest: "found.opened, found.transcript"
        case .best: "found.coverage DESC, found.opened DESC"
        case .weakest: "found.coverage, found.opened DESC"
        }
    }

    /// Of what an outer query makes of them.
    var orderThen: String {
        switch self {
        case .newest: "opened_then DESC, one DESC"
        case .oldest: "opened_then, one"
        case .best: "share DESC, opened_then DESC"
        case .weakest: "share, opened_then DESC"
        }
    }
}
