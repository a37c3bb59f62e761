import Interviews
import QuestionBank
import Transcripts
import WebSockets
import Wire

extension Hub {
    /// How long a note may be, in UTF-16 code units.
    static let longestNote = 500

    /// Keeps for the author of the bank that somebody finds fault with a question.
    mutating func flag(_ flag: ClientMessage.Flag, on connection: ConnectionID) {
        guard flag.note.map({ $0.utf16.count <= Self.longestNote }) ?? true else {
            return refuse(
                Refused(UnreadableMessage(code: .badValue, field: "note", ref: flag.ref)), to: connection)
        }
        guard bank.question(id: flag.question) != nil else {
            return refuse(
                Refused(ref: flag.ref, code: .notFound, message: "There is no such question here."),
                to: connection)
        }
        guard flaggings.count < Self.maximumConsultations else {
            return refuse(.notFlagged(flag.ref), to: connection)
        }
        lastTicket += 1
        flaggings[lastTicket] = (flag.ref, connection)
        let kept = QuestionFlag(question: flag.question, fault: flag.fault, note: flag.note)
        effects.append(.flag(kept, for: lastTicket))
    }

    mutating func flagged(_ ticket: UInt64, _ result: Result<Bool, StoreError>) {
        guard let (ref, connection) = flaggings.removeValue(forKey: ticket), sessions[connection] != nil
        else { return }
        switch result {
        case .success: send(.flagged(.init(ref: ref)), to: connection)
        case .failure: refuse(.notFlagged(ref), to: connection)
        }
    }
}

extension Refused {
    fileprivate static func notFlagged(_ ref: Reference) -> Refused {
        Refused(ref: ref, code: .busy, message: "That cannot be kept just now. Try again in a moment.")
    }
}
