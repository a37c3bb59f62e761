package import Interviews
import Pages
package import Transcripts

/// Deletes what is a visitor's for good: what they practised alone, and the rooms that they host. What they said in
/// another's room belongs to that room, and loses its link to them.
package struct Eraser: Sendable {
    let store: any EventStore
    let keeper: LibraryKeeper

    package init(store: any EventStore, keeper: LibraryKeeper) {
        (self.store, self.keeper) = (store, keeper)
    }

    /// - Parameter interview: `nil` for everything.
    /// - Returns: What is gone; `nil` where the interview is not theirs to delete.
    package func erase(_ interview: InterviewID?, of visitor: String) throws(StoreError) -> [InterviewID]? {
        guard let interview else {
            var erased: [InterviewID] = []
            for one in try store.interviews(of: visitor) where try isTheirs(one, visitor) {
                erased.append(one)
            }
            try keeper.erase(erased)
            try keeper.forget(visitor)
            return erased
        }
        guard try isTheirs(interview, visitor) else { return nil }
        try keeper.erase([interview])
        return [interview]
    }

    private func isTheirs(_ interview: InterviewID, _ visitor: String) throws(StoreError) -> Bool {
        guard let reading = Reading(try store.events(of: interview)) else { return false }
        return switch Scope.of(reading.interview, for: .visitor(visitor)) {
        case .room: true
        case .seat: reading.interview.rules == nil
        case nil: false
        }
    }
}
