import Testing

@testable import WebSockets

struct OutgoingFramesTests {
    private func append(_ text: [UInt8], to frames: inout OutgoingFrames) {
        unsafe text.withUnsafeBytes { unsafe frames.append(.text, $0) }
    }

    private func batch(_ limit: Int, of frames: inout OutgoingFrames) -> [UInt8] {
        unsafe frames.takeBatch(limit) { unsafe Array($0) }
    }

    @Test(arguments: [
        (0, [0x81, 0]), (125, [0x81, 125]), (126, [0x81, 126, 0, 126]), (65535, [0x81, 126, 255, 255]),
        (65536, [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]),
    ])
    func lengthIsWrittenInTheShortestForm(count: Int, header: [UInt8]) {
        var frames = OutgoingFrames()
        append([UInt8](repeating: 9, count: count), to: &frames)
        #expect(batch(1, of: &frames) == header + [UInt8](repeating: 9, count: count))
        #expect(frames.isEmpty)
    }

    @Test func severalFramesGoOutAtOnce() {
        var frames = OutgoingFrames()
        append([1], to: &frames)
        append([2], to: &frames)
        #expect(batch(1000, of: &frames) == [0x81, 1, 1, 0x81, 1, 2])
        #expect((frames.waitingBytes, frames.waitingCount) == (6, 2))
        frames.drained()
        #expect((frames.waitingBytes, frames.waitingCount) == (0, 0))
    }

    @Test(arguments: [3, 130, 300, 70000])
    func aFrameIsNeverSplit(size: Int) {
        var frames = OutgoingFrames()
        for value in 1...3 { append([UInt8](repeating: UInt8(value), count: size), to: &frames) }
        var batches: [[UInt8]] = []
        while !frames.isEmpty { batches.append(batch(size + 20, of: &frames)) }
        #expect(batches.count == (size == 3 ? 1 : 3))
        #expect(batches.joined().count(where: { $0 == 3 }) == size + (size == 3 ? 3 : 0))
    }

    @Test func whatWasNotHandedOverIsForgotten() {
        var frames = OutgoingFrames()
        append([1], to: &frames)
        append([2], to: &frames)
        #expect(batch(1, of: &frames) == [0x81, 1, 1])
        frames.discard()
        append([3], to: &frames)
        #expect(batch(100, of: &frames) == [0x81, 1, 3])
    }
}
