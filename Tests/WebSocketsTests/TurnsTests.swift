import Testing

@testable import WebSockets

struct TurnsTests {
    @Test func groupsTakeTurnsAndWithinThemTheirMembers() {
        var turns = Turns<String, String>()
        for member in ["a1", "a2", "a3"] { turns.join(member, in: "a") }
        turns.join("b1", in: "b")
        var taken: [String] = []
        while let member = turns.next() {
            taken.append(member)
            // Everybody has two things to do.
            if taken.count(where: { $0 == member }) < 2 { turns.join(member, in: String(member.prefix(1))) }
        }
        #expect(taken == ["a1", "b1", "a2", "b1", "a3", "a1", "a2", "a3"])
        #expect(turns.isEmpty)
    }

    @Test func aLineKeepsItsOrderAndLetsGoOfWhatWasTaken() {
        var line = Line<Int>()
        var (put, taken) = (0, 0)
        for round in 1..<300 {
            for _ in 0..<round {
                line.append(put)
                put += 1
            }
            for _ in 0..<(round - 1) where !line.isEmpty {
                #expect(line.popFirst() == taken)
                taken += 1
            }
            var seen: [Int] = []
            line.forEach { seen.append($0) }
            #expect(seen == Array(taken..<put))
        }
        while line.popFirst() != nil {}
        #expect(line.isEmpty && line.count == 0)
    }

    @Test func aBusyHandlerIsGivenNothing() throws {
        let loop = try RunningLoop()
        let client = try Client.open(loop.port)
        guard case .opened = loop.events.next() else {
            Issue.record("not opened")
            return
        }
        loop.perform { $0.isBusy = true }
        // A ping behind the messages, read together with them: it is answered all the same.
        client.send(frame(1, "first") + frame(1, "second") + frame(9, ""))
        #expect(try client.frame()?.opcode == 10)
        #expect(loop.events.count { _ in true } == 0)
        loop.perform { $0.isBusy = false }
        #expect(try client.frame() == .text("first"))
        #expect(try client.frame() == .text("second"))
    }

    @Test(arguments: [(0, 0), (120_000, 5)])
    func whoLeavesIsHeardAsLongAsOthersCanWait(milliseconds: Int, heard: Int) throws {
        let loop = try RunningLoop { $0.limits.leavingMilliseconds = milliseconds }
        let client = try Client.open(loop.port)
        guard case .opened(let id, _) = loop.events.next() else {
            Issue.record("not opened")
            return
        }
        loop.perform { $0.isBusy = true }
        client.send((0..<5).flatMap { frame(1, "quiet \($0)") } + frame(8, ""))
        for number in 0..<heard { loop.expect(.received("quiet \(number)")) }
        loop.expect(.closed(id))
    }

    private func frame(_ opcode: UInt8, _ text: String) -> [UInt8] {
        [0x80 | opcode, 0x80 | UInt8(text.utf8.count), 0, 0, 0, 0] + Array(text.utf8)
    }

    /// Each message takes five milliseconds, and some have sent a thousand before the other says a word.
    @Test(arguments: [1, 50])
    func whoSaysLittleDoesNotWaitForWhoSaysMuch(connections: Int) throws {
        let loop = try RunningLoop { $0.trustsForwardedAddress = true }
        let many = try (0..<connections).map { _ in
            try Client.open(loop.port, headers: "X-Forwarded-For: 192.0.2.1\r\n")
        }
        let one = try Client.open(loop.port, headers: "X-Forwarded-For: 192.0.2.2\r\n")
        for client in many {
            for _ in 0..<(1000 / connections) { client.send("work 5", opcode: 1) }
        }
        for _ in 0..<5 {
            one.send("quick", opcode: 1)
            #expect(try one.frame() == .text("quick"))
        }
        let done = loop.events.count { $0 == .received("work 5") }
        #expect(done < 200, "the one waited for \(done) of the others' messages")
    }
}
