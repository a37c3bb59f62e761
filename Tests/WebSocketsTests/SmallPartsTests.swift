import Glibc
import Testing

@testable import WebSockets

struct SlotTableTests {
    @Test func aPlaceTakenAgainHasAnotherName() {
        var table = SlotTable<String>()
        var names: [ConnectionID] = []
        func insert(_ text: String) {
            _ = table.insert { place, generation in
                names.append(ConnectionID(place: place, generation: generation))
                return text
            }
        }
        insert("a")
        table.remove(names[0].place, names[0].generation)
        insert("b")
        #expect(names[0].place == names[1].place)
        #expect(table[names[0].place, names[0].generation] == nil)
        #expect(table[names[1].place, names[1].generation] == "b")
        table.remove(names[0].place, names[0].generation)
        #expect(table.count == 1)
    }
}

struct AdmissionTests {
    private func address(_ last: UInt8, v6: Bool = false) -> PeerAddress {
        var storage = sockaddr_storage()
        unsafe withUnsafeMutableBytes(of: &storage) { bytes in
            unsafe bytes.storeBytes(of: sa_family_t(v6 ? AF_INET6 : AF_INET), as: sa_family_t.self)
            if v6 {
                unsafe bytes[8] = 0x20
                unsafe bytes[23] = last
            } else {
                for (index, byte) in [192, 0, 2, last].enumerated() { unsafe bytes[4 + index] = byte }
            }
        }
        return PeerAddress(storage)
    }

    @Test func oneAddressHasItsShare() {
        var limits = LoopLimits()
        limits.connectionsPerAddress = 2
        var admission = Admission(limits, descriptors: 1000)
        let verdicts = [1, 1, 1, 2].map { admission.admit(address($0), at: 0) }
        #expect(
            verdicts == [
                .admitted, .admitted, .refused(.connectionsOfAddress, retryAfter: 10), .admitted,
            ])
        admission.dismiss(address(1))
        #expect(admission.admit(address(1), at: 0) == .admitted)
    }

    @Test func aNetworkOfIPv6IsOneAddress() {
        var limits = LoopLimits()
        limits.connectionsPerAddress = 1
        var admission = Admission(limits, descriptors: 1000)
        let verdicts = [1, 2].map { admission.admit(address($0, v6: true), at: 0) }
        #expect(verdicts == [.admitted, .refused(.connectionsOfAddress, retryAfter: 10)])
        #expect(address(1, v6: true).text == "2000::1")
    }

    @Test func descriptorsAreLeftForTheRest() {
        var admission = Admission(LoopLimits(), descriptors: 66)
        let verdicts = (1...3).map { _ in admission.admitAnyone() }
        #expect(verdicts == [.admitted, .admitted, .refused(.connections, retryAfter: 5)])
        admission.dismissAnyone()
        #expect(admission.admitAnyone() == .admitted)
    }

    @Test func whoConnectsTooOftenIsToldHowLongToWait() {
        var limits = LoopLimits()
        limits.connectRate = Rate(burst: 2, perSecond: 1)
        var admission = Admission(limits, descriptors: 1000)
        func comeAndGo(at seconds: Double) -> Admission.Verdict {
            let verdict = admission.admit(address(1), at: UInt64(seconds * 1e9))
            if verdict == .admitted { admission.dismiss(address(1)) }
            return verdict
        }
        #expect([0, 0, 0].map(comeAndGo) == [.admitted, .admitted, .refused(.connectRate, retryAfter: 1)])
        #expect(admission.admit(address(2), at: 0) == .admitted)
        #expect([1.1, 1.2].map(comeAndGo) == [.admitted, .refused(.connectRate, retryAfter: 1)])
    }

    @Test func thisMachineIsCountedOnlyIfToldTo() {
        var limits = LoopLimits()
        limits.requestRate = Rate(burst: 1, perSecond: 1)
        let here = PeerAddress(text: "::1")
        var verdicts: [Admission.Verdict] = []
        for counts in [false, true] {
            limits.countsLoopback = counts
            var admission = Admission(limits, descriptors: 1000)
            for _ in 0..<2 { here.map { verdicts.append(admission.asks($0, at: 0)) } }
        }
        #expect(
            verdicts == [.admitted, .admitted, .admitted, .refused(.requestRate, retryAfter: 1)])
    }
}

struct AcceptedCodingsTests {
    @Test(arguments: [
        (nil, false, false), ("gzip, deflate, br", true, true), ("gzip", true, false),
        ("br;q=0, gzip", true, false),
        ("*", true, true), ("*, br;q=0", true, false), ("GZIP;q=0.5", true, false),
        ("gzip;q=0", false, false),
        ("xbr", false, false),
    ])
    func clientsSayWhatTheyTake(header: String?, gzip: Bool, brotli: Bool) {
        let codings = AcceptedCodings(header)
        #expect((codings.contains(.gzip), codings.contains(.brotli)) == (gzip, brotli))
        #expect(codings.contains(.identity))
    }
}

struct LogGateTests {
    @Test func aHundredLinesASecondAndACount() {
        var gate = LogGate()
        let second: UInt64 = 1_000_000_000
        let lines = (0..<150).flatMap { gate.admit("\($0)", at: second) }
        #expect(lines == (0..<100).map { "\($0)" })
        let later = gate.admit("next", at: 2 * second)
        #expect(later == ["50 lines of the log were dropped", "next"])
    }

    @Test func nothingButPrintableCharactersGetsIntoTheLog() {
        let line = unsafe Array("a\u{1b}[31m\\ü\n".utf8).withUnsafeBytes { unsafe LogGate.escaped($0) }
        #expect(line == "a\\x1b[31m\\x5c\\xc3\\xbc")
    }
}

struct MailboxTests {
    @Test func nothingIsTakenAfterTheEnd() {
        let mailbox = Mailbox<Int>(waker: Waker())
        #expect(mailbox.post(1))
        #expect(mailbox.post(2))
        #expect(mailbox.takeAll() == [1, 2])
        #expect(mailbox.takeAll().isEmpty)
        mailbox.close()
        #expect(!mailbox.post(3))
        #expect(mailbox.takeAll().isEmpty)
    }
}
