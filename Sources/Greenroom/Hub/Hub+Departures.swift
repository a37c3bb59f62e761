import Interviews
import Transcripts
import WebSockets

/// A visitor of whom everything is about to be deleted, or to become somebody else's: what is on its way to the log has
/// to be there before, or it would stay behind as nobody's, or as whose it must not be.
struct Departure {
    var visitor: String
    /// Tickets of appends that say something about the visitor.
    var waitsFor: Set<UInt64>
    /// What comes then.
    var effect: Hub.Effect?
}

extension Hub {
    /// Does something about a visitor, once nothing about them is on its way; until it is done, nothing new is begun as
    /// theirs.
    mutating func depart(_ visitor: String, for ticket: UInt64, then effect: Effect) {
        let waitsFor = Set(sayings.filter { $0.value.contains(visitor) }.keys)
        departures[ticket] = Departure(visitor: visitor, waitsFor: waitsFor, effect: effect)
        departOnce(ticket)
    }

    /// The log has answered an append.
    mutating func noteForDepartures(_ ticket: UInt64) {
        for waiting in departures.keys.sorted() where departures[waiting]?.waitsFor.remove(ticket) != nil {
            departOnce(waiting)
        }
    }

    /// Whether something may be begun as this connection's visitor's.
    func isDeparting(_ connection: ConnectionID) -> Bool {
        guard !departures.isEmpty, let visitor = sessions[connection]?.visitor else { return false }
        return departures.values.contains { $0.visitor == visitor }
    }

    private mutating func departOnce(_ ticket: UInt64) {
        guard let departure = departures[ticket], departure.waitsFor.isEmpty, let effect = departure.effect
        else {
            return
        }
        departures[ticket]?.effect = nil
        effects.append(effect)
    }
}
