import FoundationEssentials
import Simulation
import Testing

/// Several servers on one log while everything goes wrong that may: `simulate`, built for release, does more of it.
struct SimulationTests {
    /// Many, or the one that failed before.
    private static let seeds =
        ProcessInfo.processInfo.environment["GREENROOM_SIMULATION_SEED"].flatMap(UInt64.init).map { [$0] }
        ?? Array(1...200)

    @Test(arguments: seeds)
    func everyPromiseIsKept(seed: UInt64) throws {
        var simulation = Simulation(seed: seed)
        try simulation.run()
    }

    @Test func aSeedIsTheSameTwice() throws {
        let lines = [1, 2].map { _ in
            var lines: [String] = []
            var simulation = Simulation(seed: 7) { lines.append($0) }
            try? simulation.run()
            return lines
        }
        #expect(lines[0] == lines[1])
        #expect(lines[0].count > 100)
    }
}
