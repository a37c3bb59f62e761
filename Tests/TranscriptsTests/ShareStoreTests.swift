import Interviews
import Testing
import Transcripts

/// Links stand beside the log, and go with what they lead to.
struct ShareStoreTests {
    private static let digest = String(repeating: "ab", count: 32)

    private func share(_ interview: InterviewID, until: Int64? = nil) -> Share {
        Share(
            digest: Self.digest, interview: interview, seat: SeatID("c1"), visitor: "ann", mayComment: true,
            made: Timestamp(milliseconds: 1000), until: until.map { Timestamp(milliseconds: $0) })
    }

    @Test(arguments: StoreUnderTest.allCases)
    func whatIsKeptIsFoundUntilItEnds(kind: StoreUnderTest) throws {
        let folder = try TemporaryFolder()
        let store: any EventStore & ShareStore =
            try kind.store(in: folder)
        let id = try #require(InterviewID("0123456789abcdef"))
        #expect(try store.keep(share(id)) == nil)
        _ = try store.commit([
            Append(
                interview: id, place: .opening, events: [.ended(.init(reason: .left))],
                at: Timestamp(milliseconds: 1))
        ])
        let wanted = share(id, until: 5000)
        #expect(try store.keep(wanted) == wanted)
        #expect(try store.keep(wanted) == wanted)
        #expect(try store.share(Self.digest, at: Timestamp(milliseconds: 4999)) == wanted)
        #expect(try store.share(Self.digest, at: Timestamp(milliseconds: 5000)) == nil)
        #expect(try store.shares(of: "ann", at: Timestamp(milliseconds: 4999)) == [wanted])
        #expect(try store.shares(of: "bob", at: Timestamp(milliseconds: 4999)) == [])
        #expect(try !store.takeBack(Self.digest, of: "bob"))
        #expect(try store.takeBack(Self.digest, of: "ann"))
        #expect(try store.share(Self.digest, at: Timestamp(milliseconds: 1)) == nil)
        #expect(try store.keep(wanted) == wanted)
        try store.forget("ann")
        #expect(try store.share(Self.digest, at: Timestamp(milliseconds: 1)) == nil)
        #expect(try store.keep(wanted) == wanted)
        try store.erase(id)
        #expect(try store.share(Self.digest, at: Timestamp(milliseconds: 1)) == nil)
    }
}
