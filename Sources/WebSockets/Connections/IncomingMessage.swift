/// Puts a message together out of the pieces it comes in.
struct IncomingMessage {
    enum Step: Equatable {
        case more
        case text(String)
        case binary([UInt8])
        /// Over the limit: 1009.
        case tooLong
        /// Not UTF-8: 1007.
        case notText
    }

    struct Piece {
        var isFirst: Bool
        var isLast: Bool
        var isBinary: Bool
        /// Announced by the frame's header and still to come.
        var remaining: Int
    }

    private var gathered: [UInt8] = []

    /// Memory that is held until the message ends.
    var heldBytes: Int { gathered.capacity }
    /// A message has begun and not ended.
    private(set) var isOpen = false

    /// Gives the memory back.
    mutating func discard() {
        gathered = []
        isOpen = false
    }

    mutating func receive(_ bytes: UnsafeRawBufferPointer, _ piece: Piece, limit: Int) -> Step {
        if piece.isFirst { gathered.removeAll(keepingCapacity: false) }
        let announced = gathered.count + bytes.count + piece.remaining
        guard announced <= limit else {
            discard()
            return .tooLong
        }
        isOpen = !piece.isLast
        guard piece.isLast else {
            // No more than was announced: what is only announced costs nothing until it comes.
            if piece.remaining > 0, gathered.capacity < announced { gathered.reserveCapacity(announced) }
            unsafe gathered.append(contentsOf: bytes)
            return .more
        }
        if gathered.isEmpty { return unsafe finish(bytes, isBinary: piece.isBinary) }
        unsafe gathered.append(contentsOf: bytes)
        defer { gathered = [] }
        return unsafe gathered.withUnsafeBytes { unsafe finish($0, isBinary: piece.isBinary) }
    }

    private func finish(_ bytes: UnsafeRawBufferPointer, isBinary: Bool) -> Step {
        if isBinary { return .binary(unsafe Array(bytes)) }
        guard let text = unsafe String(validating: bytes, as: UTF8.self) else { return .notText }
        return .text(text)
    }
}
