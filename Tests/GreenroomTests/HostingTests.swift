import HubStage
import Interviews
import Testing
import Wire

@testable import Greenroom

/// Who may open rooms.
struct HostingTests {
    private func open(_ stage: inout Stage, key: String?) -> ServerMessage? {
        stage.handle(.connected(ann))
        _ = stage.heard()
        var open = ClientMessage.Open(ref: ref("open"), count: 1, seed: "s", pace: .instant)
        var room = ClientMessage.Room(progression: .host, name: "Ann")
        room.key = key
        open.room = room
        stage.say(.open(open))
        try? stage.commit()
        return stage.heard().first
    }

    @Test func nobodyOpensARoomWhereThatIsOff() {
        var stage = Stage(hosting: .off)
        #expect(open(&stage, key: nil)?.refused?.code == .hostingOff)
    }

    @Test func aRoomTakesTheOperatorsKey() {
        var stage = Stage(hosting: HostingRule(key: "sesame"))
        #expect(open(&stage, key: nil)?.refused?.code == .wrongKey)
        #expect(open(&stage, key: "Sesame")?.refused?.code == .wrongKey)
        #expect(open(&stage, key: "sesame")?.opened?.code != nil)
    }
}
