import FoundationEssentials
import HubStage
import Testing

/// For GREENROOM_FUZZ_SECONDS (2) at most; `hub-fuzz`, built for release, does the same some twenty times faster.
struct HubFuzzTests {
    @Test func whateverIsSaidIsAnsweredOnce() throws {
        let environment = ProcessInfo.processInfo.environment
        let seconds = environment["GREENROOM_FUZZ_SECONDS"].flatMap(Int.init) ?? 2
        let seed = environment["GREENROOM_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
        let schema = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Public/greenroom.v1.schema.json")
        var fuzz = try HubFuzz(schema: Array(try Data(contentsOf: schema)), seed: seed)
        let end = ContinuousClock.now + .seconds(seconds)
        try fuzz.run { _ in ContinuousClock.now > end }
        #expect(fuzz.messages > 100)
        #expect(fuzz.replies.count > 10)
    }
}
