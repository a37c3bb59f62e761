import Dispatch
import Glibc
import Simulation
import Synchronization

// simulate [--seeds A..B] [--seed N [--trace]]
//
// Ends with 1 where a promise was broken, and says which, and by which seed to see it again.

// A hub has sets and dictionaries, which are in another order in each process otherwise.
if unsafe getenv("SWIFT_DETERMINISTIC_HASHING") == nil {
    unsafe setenv("SWIFT_DETERMINISTIC_HASHING", "1", 1)
    unsafe execv("/proc/self/exe", CommandLine.unsafeArgv)
}

func option(_ name: String) -> String? {
    CommandLine.arguments.firstIndex(of: "--\(name)").flatMap { place in
        CommandLine.arguments.dropFirst(place + 1).first
    }
}

let seed = option("seed").flatMap { UInt64($0) }
let bounds = (option("seeds") ?? "1..1000").split(separator: ".").compactMap { UInt64($0) }
guard seed != nil || bounds.count == 2 && bounds[0] <= bounds[1] else {
    print("simulate [--seeds A..B] [--seed N [--trace]]")
    exit(2)
}
let seeds = seed.map { [$0] } ?? Array(bounds[0]...bounds[1])
let isTraced = CommandLine.arguments.contains("--trace")
let start = ContinuousClock.now
let result = Mutex((happenings: 0, failures: [(seed: UInt64, what: String)]()))

DispatchQueue.concurrentPerform(iterations: seeds.count) { place in
    // The first that fails is enough.
    guard result.withLock({ $0.failures.isEmpty }) else { return }
    var simulation = Simulation(seed: seeds[place], trace: isTraced ? { print($0) } : nil)
    do {
        try simulation.run()
        result.withLock { $0.happenings += simulation.count }
    } catch {
        result.withLock { $0.failures.append((seeds[place], "\(error)")) }
    }
}

let (happenings, failures) = result.withLock { $0 }
if let first = failures.min(by: { $0.seed < $1.seed }) {
    print(first.what)
    exit(1)
}
print("\(seeds.count) seeds, \(happenings) happenings in \(ContinuousClock.now - start), every promise kept")
