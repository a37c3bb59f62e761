import Greenroom
import HubStage
import Interviews
import QuestionBank
import Transcripts

/// A server process: a hub, and what stands between it and the log.
struct Server {
    /// One life of one server: what was meant for an earlier one finds nobody.
    struct Life: Hashable {
        var server: Int
        var number: Int
    }

    private(set) var life: Life
    /// `nil` while the process is dead.
    private(set) var hub: Hub?
    /// What waits for the transaction that is on its way: the writer has one at a time.
    var waiting: [Append] = []
    var isWriting = false
    /// Whether it is being asked how far everything has come.
    var isLooking = false
    /// By how much the clock on its wall is wrong.
    private var error: Int64 = 0
    private var startedAt: Int64 = 0

    /// Compiled once for all runs: they mark the same questions.
    private static let matchers = Matchers()
    private static let morning: Int64 = 1_764_000_000_000

    init(_ number: Int) {
        life = Life(server: number, number: 0)
    }

    mutating func start(at now: Int64, seed: UInt64, error: Int64) {
        life.number += 1
        (startedAt, self.error) = (now, error)
        (waiting, isWriting, isLooking) = ([], false, false)
        let own = FuzzRandom(seed: seed &* 1009 &+ UInt64(life.server * 101 + life.number))
        hub = Hub(
            bank: RoomSecrets.bank, secrets: DrawnSecrets(own), limits: RequestLimits(factor: 1_000_000),
            matchers: Self.matchers)
    }

    mutating func die() {
        hub = nil
        life.number += 1
    }

    /// Somebody sets the clock.
    mutating func setClock(by milliseconds: Int64) { error += milliseconds }

    mutating func handle(_ input: Hub.Input, at now: Int64) -> [Hub.Effect] {
        let wall = Timestamp(milliseconds: Self.morning + now + error)
        return hub?.handle(input, at: Moment(wall: wall, steady: now - startedAt)) ?? []
    }

    /// By a clock that was never wrong.
    static func time(at now: Int64) -> Timestamp { Timestamp(milliseconds: morning + now) }
}
