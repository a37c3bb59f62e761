import Greenroom
import HubStage

/// What goes wrong.
extension Simulation {
    mutating func start(_ server: Int) {
        note("server \(server) starts")
        servers[server].start(at: now, seed: UInt64(dice.below(1 << 30)), error: Int64(dice.below(600)) - 300)
        // Its clock begins with the first thing that it hears of.
        _ = servers[server].handle(.advanced([:]), at: now)
        agenda.add(.looks(servers[server].life), at: now + delay(1000))
    }

    mutating func makeTrouble(for person: Int) {
        if dice.below(1000) < weather.breaks { lose(person) }
        if dice.below(1000) < weather.kills { kill(dice.below(servers.count)) }
        if dice.below(1000) < weather.jumps {
            let server = dice.below(servers.count)
            let jump = Int64(dice.below(7_200_000)) - 3_600_000
            note("server \(server)'s clock is set by \(jump) ms")
            servers[server].setClock(by: jump)
        }
    }

    /// The line is lost; the server may be the last to notice.
    private mutating func lose(_ person: Int) {
        guard let link = people[person].link else { return }
        note("\(person) loses the line")
        people[person].lose()
        agenda.add(.misses(link), at: now + delay(dice.below(2) == 0 ? 100 : 20_000))
        agenda.add(.returns(person: person), at: now + 1 + delay(dice.below(4) == 0 ? 20_000 : 1000))
    }

    private mutating func kill(_ server: Int) {
        guard servers[server].hub != nil else { return }
        note("server \(server) dies")
        let life = servers[server].life
        servers[server].die()
        for person in people.indices where people[person].link?.life == life {
            people[person].lose()
            agenda.add(.returns(person: person), at: now + 1 + delay(1000))
        }
        agenda.add(.starts(server: server), at: now + 1 + delay(10_000))
    }
}
