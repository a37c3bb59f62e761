import WebSockets

/// The documents of all connections: what arrives, what is being read, and what can be practised on. Counts the memory
/// of all of them.
struct DocumentDesk {
    /// A bank that only one connection knows.
    struct Kept {
        let id: String
        let document: ReadDocument
    }

    /// How much text arrives and is read at a time, in bytes.
    static let textCapacity = 16 * 1024 * 1024
    /// How many documents wait to be read. Reading one takes a second at most.
    static let mostWaiting = 4
    /// How much memory all banks take that were read, in bytes.
    static let bankCapacity = 64 * 1024 * 1024

    private var arriving: [ConnectionID: PastedDocument] = [:]
    private var reading: [ConnectionID: Int] = [:]
    private var kept: [ConnectionID: Kept] = [:]
    private(set) var textBytes = 0
    private(set) var bankBytes = 0

    var waiting: Int { reading.count }

    func arriving(on connection: ConnectionID) -> PastedDocument? { arriving[connection] }
    func kept(on connection: ConnectionID) -> Kept? { kept[connection] }

    /// - Returns: Whether there is room for it. If not, what had arrived is let go.
    mutating func keep(arriving document: PastedDocument, on connection: ConnectionID) -> Bool {
        drop(arriving: connection)
        guard textBytes + document.size <= Self.textCapacity else { return false }
        arriving[connection] = document
        textBytes += document.size
        return true
    }

    mutating func drop(arriving connection: ConnectionID) {
        textBytes -= arriving.removeValue(forKey: connection)?.size ?? 0
    }

    /// Hands a document on that has arrived; one of a connection at a time.
    ///
    /// - Returns: `nil` where it would have to wait too long.
    mutating func takeForReading(_ connection: ConnectionID) -> PastedDocument? {
        guard let document = arriving.removeValue(forKey: connection) else { return nil }
        guard reading[connection] == nil, reading.count < Self.mostWaiting else {
            textBytes -= document.size
            return nil
        }
        reading[connection] = document.size
        return document
    }

    /// A document was read. What was there before makes room for it.
    mutating func wasRead(_ connection: ConnectionID) {
        textBytes -= reading.removeValue(forKey: connection) ?? 0
    }

    /// - Returns: Whether there is room for it.
    mutating func keep(_ document: Kept, on connection: ConnectionID) -> Bool {
        dropKept(connection)
        guard bankBytes + document.document.footprint <= Self.bankCapacity else { return false }
        kept[connection] = document
        bankBytes += document.document.footprint
        return true
    }

    /// A connection has gone, and its documents with it; what is being read is over soon.
    mutating func forget(_ connection: ConnectionID) {
        drop(arriving: connection)
        dropKept(connection)
    }

    private mutating func dropKept(_ connection: ConnectionID) {
        bankBytes -= kept.removeValue(forKey: connection)?.document.footprint ?? 0
    }
}
