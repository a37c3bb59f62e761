public import Interviews

/// Why a log was not moved.
public enum MoveError: Error, Hashable, Sendable {
    case source(StoreError)
    case target(StoreError)
    /// Servers are at work on a database.
    case isServed(LogPlace)
    /// Interviews of the same name hold something else in the target: the first ones, and how many there are.
    case different([InterviewID], count: Int)
    /// So many browsers of visitors, or links and codes for them, are something else in the target.
    case differentVisitors(count: Int)
}

extension MoveError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .source(let error): "cannot be moved from: \(error)"
        case .target(let error): "cannot be moved to: \(error)"
        case .isServed(let place): "servers are at work on \(place); stop them first"
        case .different(let interviews, let count):
            "the target holds something else under the names of \(count) interviews: "
                + interviews.map(\.text).joined(separator: ", ") + (count > interviews.count ? ", …" : "")
        case .differentVisitors(let count):
            "the target holds something else for \(count) browsers of visitors"
        }
    }
}
