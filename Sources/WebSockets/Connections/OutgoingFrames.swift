/// What waits for one connection: whole frames (RFC 6455 §5.2), one after the other in one buffer, so that a
/// message costs no allocation of its own and everything that gathered in a turn goes out in one write.
struct OutgoingFrames {
    enum Opcode: UInt8 { case text = 1, binary = 2, close = 8, ping = 9 }

    private var bytes: [UInt8] = []
    private var start = 0
    /// Frames in `bytes`.
    private(set) var count = 0
    /// Handed over to libwebsockets, which has not got rid of it yet.
    private var buffered = (bytes: 0, count: 0)

    /// Kept between bursts, so that an idle connection costs little.
    private static let spareCapacity = 1024

    var isEmpty: Bool { count == 0 }
    /// Bytes that wait, here and at libwebsockets.
    var waitingBytes: Int { bytes.count - start + buffered.bytes }
    /// Messages that wait, here and at libwebsockets.
    var waitingCount: Int { count + buffered.count }

    mutating func append(_ opcode: Opcode, _ payload: UnsafeRawBufferPointer) {
        bytes.append(0x80 | opcode.rawValue)
        switch payload.count {
        case ..<126:
            bytes.append(UInt8(payload.count))
        case ..<65536:
            bytes.append(126)
            appendBigEndian(payload.count, bytes: 2)
        default:
            bytes.append(127)
            appendBigEndian(payload.count, bytes: 8)
        }
        unsafe bytes.append(contentsOf: payload)
        count += 1
    }

    /// Lets `write` have the next whole frames, about `limit` bytes of them but at least one frame.
    /// Between two calls other frames may slip in (a pong, say), so a frame is never split here.
    mutating func takeBatch<Result>(_ limit: Int, _ write: (UnsafeRawBufferPointer) -> Result) -> Result {
        var end = start
        var frames = 0
        while end < bytes.count, frames == 0 || end + frameLength(at: end) - start <= limit {
            end += frameLength(at: end)
            frames += 1
        }
        let result = unsafe bytes.withUnsafeBytes {
            unsafe write(UnsafeRawBufferPointer(rebasing: $0[start..<end]))
        }
        buffered = (buffered.bytes + end - start, buffered.count + frames)
        start = end
        count -= frames
        if start == bytes.count {
            bytes.removeAll(keepingCapacity: bytes.capacity <= Self.spareCapacity)
            start = 0
        } else if start > bytes.count / 2 {
            bytes.removeSubrange(..<start)
            start = 0
        }
        return result
    }

    /// libwebsockets has nothing left.
    mutating func drained() { buffered = (0, 0) }

    /// Forgets what was not handed over.
    mutating func discard() {
        bytes = []
        start = 0
        count = 0
    }

    private mutating func appendBigEndian(_ value: Int, bytes width: Int) {
        for shift in stride(from: (width - 1) * 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    private func frameLength(at index: Int) -> Int {
        let short = Int(bytes[index + 1] & 0x7f)
        if short < 126 { return 2 + short }
        let width = short == 126 ? 2 : 8
        return 2 + width + bytes[(index + 2)..<(index + 2 + width)].reduce(0) { $0 << 8 | Int($1) }
    }
}
