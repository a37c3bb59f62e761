import Interviews

/// A store out of which all is read, and into which it is written, as it stands.
protocol MovableLog: EventStore {
    /// As it was at one moment; `nil` where there is no such interview.
    func moved(_ interview: InterviewID) throws(StoreError) -> MovedInterview?

    /// Keeps an interview that is not there yet, in one transaction.
    func take(_ interview: MovedInterview) throws(StoreError)

    /// All of a table that belongs to no interview.
    func moved(_ table: MovedTable) throws(StoreError) -> MovedRows

    /// Keeps rows that are not there yet, in one transaction.
    func take(_ rows: MovedRows) throws(StoreError)

    /// Whether a server is at work on it now.
    func isServed() throws(StoreError) -> Bool
}
