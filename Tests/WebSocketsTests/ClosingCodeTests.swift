import Testing

@testable import WebSockets

/// Whatever a client does wrong, the closing frame says what it was.
struct ClosingCodeTests {
    private func closing(
        _ change: (inout LoopConfiguration) -> Void = { _ in }, after wrong: (Client) -> Void
    ) throws -> UInt16? {
        let loop = try RunningLoop(change)
        let client = try Client.open(loop.port)
        wrong(client)
        return try client.closingFrame().map { UInt16($0.payload[0]) << 8 | UInt16($0.payload[1]) }
    }

    @Test func aMessageOverTheLimitIsTooBig() throws {
        #expect(try closing { $0.sendFrame(1, [UInt8](repeating: 97, count: 256 * 1024 + 1)) } == 1009)
    }

    @Test func anAnnouncedLengthOverTheLimitIsTooBigAtOnce() throws {
        // A frame of 16 MiB of which only the first bytes come.
        let code = try closing { client in
            client.send([0x82, 0xff, 0, 0, 0, 0, 1, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0])
        }
        #expect(code == 1009)
    }

    @Test func fragmentsOverTheLimitAreTooBig() throws {
        let code = try closing({ $0.limits.messageBytes = 1000 }) { client in
            client.sendFrame(1, [UInt8](repeating: 97, count: 600), isFinal: false)
            client.sendFrame(0, [UInt8](repeating: 97, count: 401))
        }
        #expect(code == 1009)
    }

    @Test func theLimitItselfIsAllowed() throws {
        let loop = try RunningLoop { $0.limits.messageBytes = 1000 }
        let client = try Client.open(loop.port)
        client.sendFrame(1, [UInt8](repeating: 97, count: 600), isFinal: false)
        client.sendFrame(0, [UInt8](repeating: 97, count: 400))
        #expect(try client.frame()?.payload.count == 1000)
    }

    @Test(
        arguments: [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xc3]] as [[UInt8]])
    func textThatIsNotUTF8IsInvalid(bytes: [UInt8]) throws {
        #expect(try closing { $0.sendFrame(1, bytes) } == 1007)
    }

    @Test(arguments: [3, 7, 11, 15] as [UInt8])
    func unknownOpcodesAreAnError(opcode: UInt8) throws {
        #expect(try closing { $0.sendFrame(opcode, []) } == 1002)
    }

    @Test func compressedFramesAreAnErrorAndKillNobody() throws {
        // 3077 × "a", deflated: what ends the process where the extension is switched on.
        #expect(try closing { $0.send([0xc1, 0x83, 1, 2, 3, 4, 0x4b ^ 1, 0x4c ^ 2, 0x1c ^ 3]) } == 1002)
    }

    @Test func aContinuationOfNothingIsAnError() throws {
        #expect(try closing { $0.sendFrame(0, [1]) } == 1002)
    }

    @Test func aLongPingEndsTheConnection() throws {
        #expect(try closing { $0.sendFrame(9, [UInt8](repeating: 0, count: 126)) } == nil)
    }
}
