import Interviews
import Transcripts
import WebSockets
import Wire

/// A visitor who wants to be forgotten, and what has to be over before the log can do it.
struct Forgetting {
    var ref: Reference
    var connection: ConnectionID
    var visitor: String
    /// Tickets of appends that say something about the visitor and are on their way to the log.
    var waitsFor: Set<UInt64>
}

extension Hub {
    /// Forgets what a visitor was asked about. Nothing that is decided from here on says whose it was; what is on its
    /// way to the log is waited for, or it would be there after the rest is gone.
    mutating func forgetReviews(_ ref: Reference, on connection: ConnectionID) {
        guard let visitor = sessions[connection]?.visitor else {
            return send(.forgotten(.init(ref: ref)), to: connection)
        }
        guard forgettings.count < Self.maximumConsultations else {
            return refuse(.notForgotten(ref), to: connection)
        }
        lastTicket += 1
        let waitsFor = Set(sayings.filter { $0.value.contains(visitor) }.keys)
        forgettings[lastTicket] = Forgetting(
            ref: ref, connection: connection, visitor: visitor, waitsFor: waitsFor)
        forgetOnce(lastTicket)
    }

    mutating func reviewsForgotten(_ ticket: UInt64, _ result: Result<Bool, StoreError>) {
        guard let forgetting = forgettings.removeValue(forKey: ticket) else { return }
        // An interview may have been read meanwhile.
        strip(forgetting.visitor)
        switch result {
        case .success:
            scatter(forgetting.visitor)
            send(.forgotten(.init(ref: forgetting.ref)), to: forgetting.connection)
        case .failure: refuse(.notForgotten(forgetting.ref), to: forgetting.connection)
        }
    }

    /// Notes what an append says about whom, and leaves out who is being forgotten.
    mutating func noteSayings(of append: inout Append) {
        let leaving = Set(forgettings.values.map(\.visitor)).union(departures.values.map(\.visitor))
        if !leaving.isEmpty { append.reviews.removeAll { leaving.contains($0.visitor) } }
        let visitors = append.visitors
        if !visitors.isEmpty { sayings[append.ticket] = visitors }
    }

    /// The log has answered an append.
    mutating func noteSaid(_ ticket: UInt64) {
        guard sayings.removeValue(forKey: ticket) != nil else { return }
        noteForDepartures(ticket)
        for waiting in Array(forgettings.keys) where forgettings[waiting]?.waitsFor.remove(ticket) != nil {
            forgetOnce(waiting)
        }
    }

    private mutating func forgetOnce(_ ticket: UInt64) {
        guard let forgetting = forgettings[ticket], forgetting.waitsFor.isEmpty else { return }
        strip(forgetting.visitor)
        effects.append(.forgetReviews(of: forgetting.visitor, for: ticket))
    }

    /// Interviews in memory do not know any more whose they are.
    private mutating func strip(_ visitor: String) {
        for id in Array(held.keys) where held[id]?.confirmed.knows(visitor) == true {
            held[id]?.confirmed.forget(visitor)
        }
    }
}

extension Append {
    /// Whom it says something about.
    fileprivate var visitors: Set<String> {
        var visitors = Set(reviews.map(\.visitor))
        for event in events {
            switch event {
            case .opened(let opened): opened.visitor.map { _ = visitors.insert($0) }
            case .seatTaken(let taken): taken.seat.visitor.map { _ = visitors.insert($0) }
            default: break
            }
        }
        return visitors
    }
}

extension Refused {
    fileprivate static func notForgotten(_ ref: Reference) -> Refused {
        Refused(ref: ref, code: .busy, message: "That cannot be done just now. Try again in a moment.")
    }
}
