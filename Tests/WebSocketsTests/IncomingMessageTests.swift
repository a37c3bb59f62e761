import Testing

@testable import WebSockets

struct IncomingMessageTests {
    private func receive(
        _ bytes: [UInt8], into message: inout IncomingMessage, first: Bool = true, last: Bool = true,
        binary: Bool = false, remaining: Int = 0
    ) -> IncomingMessage.Step {
        let piece = IncomingMessage.Piece(
            isFirst: first, isLast: last, isBinary: binary, remaining: remaining)
        return unsafe bytes.withUnsafeBytes { unsafe message.receive($0, piece, limit: 8) }
    }

    @Test func piecesBecomeOneMessage() {
        var message = IncomingMessage()
        #expect(receive(Array("gr".utf8) + [0xc3], into: &message, last: false) == .more)
        #expect(receive([0xbc], into: &message, first: false, last: false) == .more)
        #expect(receive([], into: &message, first: false) == .text("grü"))
        #expect(receive([], into: &message) == .text(""))
    }

    @Test func binaryStaysBytes() {
        var message = IncomingMessage()
        #expect(receive([0xff, 0], into: &message, binary: true) == .binary([0xff, 0]))
    }

    @Test(arguments: [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80]] as [[UInt8]])
    func whatIsNotTextIsRefused(bytes: [UInt8]) {
        var message = IncomingMessage()
        #expect(receive(bytes, into: &message) == .notText)
    }

    @Test func theLimitHoldsForTheSumAndForWhatIsAnnounced() {
        var message = IncomingMessage()
        #expect(receive([1, 2, 3, 4, 5, 6, 7, 8], into: &message, last: false) == .more)
        #expect(receive([9], into: &message, first: false) == .tooLong)
        #expect(receive([1], into: &message, last: false, remaining: 8) == .tooLong)
        #expect(receive([1], into: &message, last: false, remaining: 7) == .more)
    }

    @Test func aNewMessageForgetsAnUnfinishedOne() {
        var message = IncomingMessage()
        #expect(receive([1], into: &message, last: false) == .more)
        #expect(receive(Array("a".utf8), into: &message) == .text("a"))
    }
}

struct UnfinishedMessagesTests {
    private func connection(_ place: UInt32) -> ConnectionID { ConnectionID(place: place, generation: 0) }

    @Test func theOldestThatIsStillOpenIsFound() {
        var messages = UnfinishedMessages()
        for place in 0..<3 as Range<UInt32> {
            messages.note(connection(place), change: 10, isOpen: true, at: UInt64(place) + 1)
        }
        messages.note(connection(0), change: 5, isOpen: true, at: 9)
        #expect(messages.bytes == 35)
        #expect(messages.oldest() == .init(connection: connection(0), since: 1))
        messages.note(connection(0), change: -15, isOpen: false, at: 9)
        #expect(messages.oldest() == .init(connection: connection(1), since: 2))
        // Another message of the same connection is a young one.
        messages.note(connection(0), change: 1, isOpen: true, at: 10)
        messages.note(connection(1), change: -10, isOpen: false, at: 11)
        messages.note(connection(2), change: -10, isOpen: false, at: 11)
        #expect(messages.oldest() == .init(connection: connection(0), since: 10))
        #expect(messages.bytes == 1)
    }

    @Test func whatHasEndedLeavesNothingBehind() {
        var messages = UnfinishedMessages()
        messages.note(connection(0), change: 1, isOpen: true, at: 0)
        for time in 1...10_000 as ClosedRange<UInt64> {
            messages.note(connection(1), change: 1, isOpen: true, at: time)
            messages.note(connection(1), change: -1, isOpen: false, at: time)
        }
        #expect(messages.count == 1)
        #expect(messages.bytes == 1)
    }
}
