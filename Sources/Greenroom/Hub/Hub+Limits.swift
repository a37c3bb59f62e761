import Interviews
import WebSockets
import Wire

extension Hub {
    /// Whether a message may be read at all. If not, it is answered.
    mutating func mayBeRead(_ text: String, on connection: ConnectionID) -> Bool {
        guard let hit = take([.init(.messages)], on: connection) else { return true }
        refuse(hit, ClientMessage.hastyReference(in: text), on: connection)
        return false
    }

    /// Whether a request may be carried out. If not, it is answered.
    mutating func mayBeCarriedOut(_ message: ClientMessage, on connection: ConnectionID) -> Bool {
        guard let hit = take(message.costs, on: connection) else { return true }
        refuse(hit, message.ref, on: connection)
        return false
    }

    /// Whether somebody who was wrong too often may try another code or password. If not, it is answered.
    ///
    /// - Parameter isCode: It is a code alone. The first one of a connection is looked at however often others behind the
    ///   address were wrong, so that they lock nobody out. Guessing gains nothing by that: of 2⁴⁰ codes an address tries
    ///   some 200,000 in an hour, for it may make no more connections, so that each open room is found with a chance of
    ///   1 in 5 million. Passwords are shorter.
    mutating func mayGuess(_ ref: Reference, isCode: Bool = false, on connection: ConnectionID) -> Bool {
        guard let hit = rates.meets(.init(.guessing), by: asker(connection), at: uptime) else { return true }
        if isCode, hit.scope == .address, !rates.hasTaken(.guessing, on: connection) { return true }
        effects.append(.log(.limited(hit.kind, hit.scope, address: sessions[connection]?.address)))
        refuse(.tooManyTries(ref, retryAfter: hit.retryAfter), to: connection)
        return false
    }

    mutating func countGuess(on connection: ConnectionID) {
        _ = take([.init(.guessing)], on: connection)
    }

    private mutating func take(_ costs: [RateLimits.Cost], on connection: ConnectionID) -> RateLimits.Hit? {
        rates.take(costs, by: asker(connection), at: uptime)
    }

    private mutating func refuse(_ hit: RateLimits.Hit, _ ref: Reference?, on connection: ConnectionID) {
        effects.append(.log(.limited(hit.kind, hit.scope, address: sessions[connection]?.address)))
        refuse(.tooFast(ref, retryAfter: hit.retryAfter), to: connection)
        if rates.take([.init(.refusals)], by: asker(connection), at: uptime) != nil {
            effects.append(.close(connection, .tooFast))
        }
    }

    private func asker(_ connection: ConnectionID) -> RateLimits.Asker {
        RateLimits.Asker(
            connection: connection, visitor: sessions[connection]?.visitor,
            address: sessions[connection]?.address)
    }
}
