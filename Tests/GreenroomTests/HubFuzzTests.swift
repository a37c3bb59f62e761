import FoundationEssentials
import HubStage
import Testing
import Wire

/// For GREENROOM_FUZZ_SECONDS (2), and longer where the machine is slow; `hub-fuzz`, built for release, does the same some twenty times faster.
struct HubFuzzTests {
    @Test func whateverIsSaidIsAnsweredOnce() throws {
        let environment = ProcessInfo.processInfo.environment
        let seconds = environment["GREENROOM_FUZZ_SECONDS"].flatMap(Int.init) ?? 2
        let seed = environment["GREENROOM_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
        var fuzz = try HubFuzz(schema: try protocolDescription(), seed: seed)
        let end = ContinuousClock.now + .seconds(seconds)
        try fuzz.run(until: { $0 >= 1500 && ContinuousClock.now > end })
        #expect(fuzz.messages > 100)
        #expect(fuzz.replies.count > 10)
    }

    @Test func everyMessageOfTheProtocolIsSaid() throws {
        var generator = try MessageGenerator(schema: try protocolDescription(), seed: 1)
        var said: Set<String> = []
        for _ in 0..<3000 {
            if let message = try? ClientMessage(text: generator.message()) {
                said.insert(message.kind.rawValue)
            }
        }
        #expect(said == Set(generator.messageTypes))
        #expect(said == Set(ClientMessage.Kind.allCases.map(\.rawValue)))
    }
}
