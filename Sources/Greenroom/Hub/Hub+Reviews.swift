import Interviews
import QuestionBank
import Transcripts
import WebSockets
import Wire

/// A request that waits for what its visitor was asked about.
enum Consultation {
    case open(ClientMessage.Open, ConnectionID)
    case progress(Reference, ConnectionID)

    var connection: ConnectionID {
        switch self {
        case .open(_, let connection), .progress(_, let connection): connection
        }
    }
}

extension Hub {
    /// How many requests wait for reviews, for all connections together.
    static let maximumConsultations = 200

    /// How many seeds are tried for questions that a visitor has not met.
    private static let freshSeeds = 32

    mutating func consult(_ consultation: Consultation) {
        let question: HistoryQuestion
        switch consultation {
        case .progress(let ref, _):
            question = .progress(ref)
        case .open(let open, _) where open.due == true:
            question = .due(topics: open.topics, count: open.count ?? Settings.maximumCount)
        case .open(let open, _):
            let seeds = (0..<Self.freshSeeds).map { _ in Settings.makeSeed(from: secrets) }
            question = .freshest(Settings(open, seed: seeds[0], purpose: .drawn), seeds: seeds)
        }
        guard let visitor = sessions[consultation.connection]?.visitor else {
            return answer(consultation, question.answer(knowing: [], in: bank, at: now))
        }
        guard consultations.count < Self.maximumConsultations else {
            return refuse(consultation, .busy, "Too much is waiting here. Try again in a moment.")
        }
        lastTicket += 1
        consultations[lastTicket] = consultation
        effects.append(.consult(question, of: visitor, bank, at: now, for: lastTicket))
    }

    mutating func consulted(_ ticket: UInt64, _ result: Result<HistoryAnswer, StoreError>) {
        guard let consultation = consultations.removeValue(forKey: ticket),
            sessions[consultation.connection] != nil
        else { return }
        switch result {
        case .success(let answer): self.answer(consultation, answer)
        case .failure: refuse(consultation, .busy, "What you practised cannot be read just now.")
        }
    }

    private mutating func answer(_ consultation: Consultation, _ answer: HistoryAnswer) {
        switch (consultation, answer) {
        case (.open(let open, let connection), .due(let questions)):
            openDue(open, questions, on: connection)
        case (.open(let open, let connection), .freshest(let seed)):
            draw(open, from: bank, seed: seed, on: connection)
        case (.progress(_, let connection), .progress(let progress)):
            send(.progressed(progress), to: connection)
        default:
            refuse(consultation, .busy, "That cannot be answered just now. Try again in a moment.")
        }
    }

    private mutating func refuse(_ consultation: Consultation, _ code: RefusalCode, _ message: String) {
        switch consultation {
        case .open(let open, let connection):
            refuseOpening(Refused(ref: open.ref, code: code, message: message), on: connection)
        case .progress(let ref, let connection):
            refuse(Refused(ref: ref, code: code, message: message), to: connection)
        }
    }
}
