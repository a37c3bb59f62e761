import Greenroom
import HubStage
import Interviews
import Wire

/// Several servers on one log, and people who are in one interview at them, while connections break, servers die, clocks
/// are set, commits fail and news are lost: all of it drawn from a seed, and the same for the same seed.
///
/// Time is a number here. Whatever takes time is put on the agenda, and the next of it happens at once.
package struct Simulation {
    package struct Failure: Error, CustomStringConvertible {
        package var description: String
    }

    private let seed: UInt64
    let trace: ((String) -> Void)?
    var dice: FuzzRandom
    var weather: Weather
    var now: Int64 = 0
    var agenda = Agenda<Happening>()
    var database = Database()
    var servers: [Server]
    var people: [Person]
    var witness: Witness
    /// Whom a connection belongs to, by its number, which is its place.
    var links: [Link] = []
    let setUp: SetUp
    /// How many things people are still going to ask for.
    var requestsLeft = Self.requests
    /// When the log was last written.
    var writtenAt: Int64 = 0
    package private(set) var count = 0

    /// How many things are asked for in one run.
    private static let requests = 80
    private static let longest: Int64 = 600_000

    /// - Parameter trace: takes a line for everything that happens.
    package init(seed: UInt64, trace: ((String) -> Void)? = nil) {
        (self.seed, self.trace) = (seed, trace)
        var dice = FuzzRandom(seed: seed)
        weather = Weather.drawn(&dice)
        setUp = SetUp(&dice)
        servers = (0..<2 + dice.below(3)).map { Server($0) }
        people = setUp.people(&dice)
        witness = Witness(setUp.id)
        self.dice = dice
    }

    package mutating func run() throws {
        note("\(servers.count) servers, \(people.count) people, \(weather)")
        for server in servers.indices { start(server) }
        for person in people.indices { agenda.add(.returns(person: person), at: Int64(person)) }
        // All may have been sent away.
        while requestsLeft > 0, now < Self.longest { try goOn() }
        try finish()
    }

    /// Lets the next thing happen.
    mutating func goOn() throws(Failure) {
        guard let next = agenda.next() else { throw failure("nothing happens any more") }
        count += 1
        now = max(now, next.moment)
        try happen(next.item)
    }

    private mutating func happen(_ happening: Happening) throws(Failure) {
        switch happening {
        case .takes(let input, let life): try handle(input, at: life)
        case .hearsNews(let latest, let server):
            note("server \(server) hears of \(latest.values.sorted())")
            try handle(.advanced(latest), at: servers[server].life)
        case .begins(let appends, let life): begin(appends, of: life)
        case .commits(let transaction, let fate, let life): try commit(transaction, fate, of: life)
        case .written(let appends, let result, let life): try written(appends, result, at: life)
        case .reads(let effect, let life): read(effect, for: life)
        case .looks(let life): look(life)
        case .isAsked(let interviews, let life): isAsked(interviews, by: life)
        case .hasLooked(let latest, let life): try hasLooked(latest, at: life)
        case .connects(let link): try connect(link)
        case .says(let message, let link): try take(message, on: link)
        case .hears(let told, let link): try hear(told, on: link)
        case .misses(let link): try handle(.disconnected(link.id), at: link.life)
        case .acts(let person): act(person)
        case .returns(let person): comeBack(person)
        case .repeats(let message, let link): askAgain(message, on: link)
        case .starts(let server): start(server)
        }
    }

    /// So long something takes, up to a longest time.
    mutating func delay(_ longest: Int) -> Int64 { Int64(dice.below(longest + 1)) }

    /// Whether something comes about that does so this often of a hundred times.
    mutating func comesAbout(_ often: Int) -> Bool { often > 0 && dice.below(100) < often }

    func note(_ line: @autoclosure () -> String) {
        guard let trace else { return }
        let (seconds, rest) = now.quotientAndRemainder(dividingBy: 1000)
        let places = String(rest + 1000).dropFirst()
        trace(
            "\(String(repeating: " ", count: max(0, 5 - "\(seconds)".utf8.count)))\(seconds).\(places) \(line())"
        )
    }

    func failure(_ what: String) -> Failure {
        note("WRONG: \(what)")
        return Failure(
            description: "seed \(seed), \(now) ms: \(what)\nOnce more: simulate --seed \(seed) --trace")
    }
}
