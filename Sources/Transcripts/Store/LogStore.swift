/// Everything that a server keeps in one place: the log, and what stands beside it.
public protocol LogStore: EventStore, ShareStore, BrowserStore, NoteStore {
    /// Whether the log can be written, without a wait where all is well. To be called every second.
    ///
    /// - Parameter writing: writes something that changes nothing, to see whether a fault is over.
    func check(writing: Bool) throws(StoreError)

    /// Hears of what others do to the log; `nil` where nobody else can.
    func watch(_ news: @escaping @Sendable (News) -> Void) -> (any LogWatch)?

    /// Whatever is asked of the store later fails as ``StoreError/stopped``.
    func close()
}

extension SQLiteStore: LogStore {
    public func watch(_ news: @escaping @Sendable (News) -> Void) -> (any LogWatch)? { nil }
}

extension PostgreSQLStore: LogStore {}
