import Greenroom
import Interviews
import Transcripts
import WebSockets
import Wire

/// What a hub wants done.
extension Simulation {
    mutating func perform(_ effect: Hub.Effect, of life: Server.Life) throws(Failure) {
        switch effect {
        case .send(let message, let connection): try tell(StampedMessage(message), to: [connection])
        case .tell(let message, let connections): try tell(message, to: connections)
        case .commit(let append):
            servers[life.server].waiting.append(append)
            write(life)
        case .load, .recall, .find, .findSeat:
            agenda.add(.reads(effect, life), at: now + delay(weather.log))
        case .wake(let wakeUp, let duration):
            let (seconds, attoseconds) = duration.components
            let wait = seconds * 1000 + attoseconds / 1_000_000_000_000_000
            agenda.add(.takes(.woken(wakeUp), life), at: now + wait)
        case .log(.notKept(_, let error)), .log(.notLoaded(_, let error)):
            note("server \(life.server) says: \(error)")
        case .log: break
        case .close(let connection, _): throw failure("\(connection) is closed")
        case .consult, .forgetReviews, .readDocument, .erase, .flag, .run:
            throw failure("a hub wants what nobody asked for: \(effect)")
        }
    }

    /// What is wrong with a message is wrong when it is sent, whether it arrives or not.
    private mutating func tell(_ message: StampedMessage, to connections: [ConnectionID]) throws(Failure) {
        let told = Told(message)
        // A hub has its connections in sets, whose order may differ from run to run.
        let links = connections.compactMap(link).sorted { $0.serial < $1.serial }
        for link in links {
            let voice = people[link.person].voice
            if let problem = witness.check(told, to: voice, of: setUp.voices) {
                throw failure("\(link.person) \(problem): \(told.text)")
            }
            guard people[link.person].link == link else { continue }
            people[link.person].lastHeard = max(people[link.person].lastHeard, now + delay(weather.network))
            agenda.add(.hears(told, link), at: people[link.person].lastHeard)
        }
    }

    private func link(_ connection: ConnectionID) -> Link? {
        // The last ones are those that are still there.
        links.last { $0.id == connection }
    }
}
