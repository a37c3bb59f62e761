import HubStage
import Testing
import Wire

/// Many seats of a room ask for whatever comes to their minds, may or may not, while the log answers late and connections
/// come and go: every request has one reply, nobody hears what is not for them yet, nothing happens after the end but what
/// may, and the log says it all.
struct RoomTalkTests {
    private static let seeds = RoomTalk.seeds(24)

    @Test(arguments: seeds)
    func whateverIsSaidTheLogSaysItAll(seed: UInt64) throws {
        var talk = try RoomTalk(seed: seed, servers: 1)
        try talk.goOn(700)
        try talk.finish()
        #expect(talk.count > 500)
    }

    @Test func everythingIsSaidThatCanBeSaidInARoom() {
        // The others are about a visitor, or make the connection.
        let elsewhere: Set<ClientMessage.Kind> = [
            .open, .join, .resume, .paste, .progress, .forget, .erase, .flag, .share, .unshare, .link,
            .recovery, .claim, .unlink, .note, .unnote,
        ]
        #expect(RoomChatter.types == Set(ClientMessage.Kind.allCases).subtracting(elsewhere))
    }
}
