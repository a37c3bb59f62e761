import Testing

/// Two servers on one log: whoever writes, both fold the same room, and nobody stays without a reply.
struct TwoHubsTests {
    private static let seeds = RoomTalk.seeds(16)

    @Test(arguments: seeds)
    func bothFoldTheSame(seed: UInt64) throws {
        var talk = try RoomTalk(seed: seed, servers: 2)
        try talk.goOn(700)
        try talk.finish()
        #expect(talk.count > 500)
    }
}
