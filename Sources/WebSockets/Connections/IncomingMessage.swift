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

    mutating func receive(_ bytes: UnsafeRawBufferPointer, _ piece: Piece, limit: Int) -> Step {
        if piece.isFirst { gathered.removeAll(keepingCapacity: false) }
        guard gathered.count + bytes.count + piece.remaining <= limit else {
            gathered = []
            return .tooLong
        }
        guard piece.isLast else {
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
