/// A request and what goes out in answer to it.
final class Exchange {
    enum Stage: Equatable {
        /// The handler has not answered yet.
        case waiting
        /// The whole answer is here.
        case answered
        /// The answer comes in chunks; the handler has not finished it.
        case streaming
    }

    let id: ExchangeID
    let isHead: Bool
    let isVersion11: Bool
    var keepsAlive: Bool
    var stage = Stage.waiting
    /// In the list of those whose answer goes on at the end of the turn.
    var isDirty = false
    /// A chunk was written and the handler has not been told yet that it may write the next.
    var owesDrained = false
    /// Set while the system takes no more.
    var watcher: LWSWatcher?
    private var chunks: [[UInt8]] = []
    private var chunk = 0
    private var offset = 0

    /// In one write, so that one connection does not hold up the others.
    private static let pieceBytes = 64 * 1024

    init(id: ExchangeID, head: RequestHead) {
        self.id = id
        isHead = head.method == .head
        isVersion11 = head.isVersion11
        keepsAlive = head.keepsAlive
    }

    var isSent: Bool { chunk == chunks.count }
    var isComplete: Bool { stage == .answered && isSent }

    func append(_ bytes: [UInt8]) {
        if !bytes.isEmpty { chunks.append(bytes) }
    }

    /// The rest of one chunk or a piece of it; call while there is something to send.
    /// - Parameter write: says how many bytes were taken, nil if it failed.
    /// - Returns: what `write` said.
    func writePiece(_ write: (UnsafeRawBufferPointer) -> Int?) -> Int? {
        let end = min(chunks[chunk].count, offset + Self.pieceBytes)
        let count = unsafe chunks[chunk].withUnsafeBytes { bytes in
            unsafe write(UnsafeRawBufferPointer(rebasing: bytes[offset..<end]))
        }
        guard let count else { return nil }
        offset += count
        if offset == chunks[chunk].count {
            chunks[chunk] = []
            (chunk, offset) = (chunk + 1, 0)
            if chunk == chunks.count { (chunks, chunk) = ([], 0) }
        }
        return count
    }
}
