import FoundationEssentials
import Glibc
import HubStage

// hub-fuzz [--messages N] [--seconds N] [--seed N]
//
// Ends with 1 where the hub broke a promise, and says what was said until then, and by which seed to see it again.

func option(_ name: String) -> Int? {
    CommandLine.arguments.firstIndex(of: "--\(name)").flatMap { place in
        CommandLine.arguments.dropFirst(place + 1).first.flatMap(Int.init)
    }
}

let seconds = option("seconds") ?? 60
let messages = option("messages") ?? .max
let clock = ContinuousClock()
let start = clock.now
let seed = UInt64(option("seed") ?? Int.random(in: 1..<1_000_000))
let schema = try Data(contentsOf: URL(filePath: "Public/greenroom.v1.schema.json"))
var fuzz = try HubFuzz(schema: Array(schema), seed: seed)
var lastSaid = 0

print("seed \(seed)")
do {
    try fuzz.run(
        until: { count in
            if count - lastSaid >= 1_000_000 {
                lastSaid = count
                print("\(count) messages after \(clock.now - start)")
            }
            return count >= messages || (messages == .max && clock.now - start > .seconds(seconds))
        }, trace: { print($0) })
} catch {
    print(error)
    exit(1)
}
print("\(fuzz.messages) messages in \(clock.now - start), every request answered once")
if !fuzz.neverCarriedOut.isEmpty {
    print("nothing came of \(fuzz.neverCarriedOut.sorted().joined(separator: ", "))")
}
for (kind, count) in fuzz.replies.sorted(by: { $0.key < $1.key }) { print("  \(kind) \(count)") }
