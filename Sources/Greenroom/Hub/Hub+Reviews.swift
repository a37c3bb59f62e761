import Interviews
import Marking
import QuestionBank
import Scheduling
import Transcripts
import WebSockets
import Wire

/// A request that waits for what its visitor was asked about.
enum Consultation {
    case open(ClientMessage.Open, ConnectionID)
    case progress(Reference, ConnectionID)
    case forget(Reference, ConnectionID)

    var connection: ConnectionID {
        switch self {
        case .open(_, let connection), .progress(_, let connection), .forget(_, let connection): connection
        }
    }
}

extension Hub {
    /// How many requests wait for reviews, for all connections together.
    private static let maximumConsultations = 1000

    mutating func consult(_ consultation: Consultation) {
        guard let visitor = sessions[consultation.connection]?.visitor else {
            return answer(consultation, knowing: [])
        }
        guard consultations.count < Self.maximumConsultations else {
            return refuse(consultation, .busy, "Too much is waiting here. Try again in a moment.")
        }
        lastTicket += 1
        consultations[lastTicket] = consultation
        effects.append(.readReviews(of: visitor, for: lastTicket))
    }

    mutating func reviewsRead(_ ticket: UInt64, _ result: Result<[Review], StoreError>) {
        guard let consultation = consultations.removeValue(forKey: ticket),
            sessions[consultation.connection] != nil
        else { return }
        switch result {
        case .success(let reviews): answer(consultation, knowing: reviews)
        case .failure: refuse(consultation, .busy, "What you practised cannot be read just now.")
        }
    }

    mutating func forgetReviews(_ ref: Reference, on connection: ConnectionID) {
        guard let visitor = sessions[connection]?.visitor else {
            return send(.forgotten(.init(ref: ref)), to: connection)
        }
        lastTicket += 1
        consultations[lastTicket] = .forget(ref, connection)
        effects.append(.forgetReviews(of: visitor, for: lastTicket))
    }

    mutating func reviewsForgotten(_ ticket: UInt64, _ result: Result<Bool, StoreError>) {
        guard let consultation = consultations.removeValue(forKey: ticket),
            case .forget(let ref, let connection) = consultation, sessions[connection] != nil
        else { return }
        switch result {
        case .success: send(.forgotten(.init(ref: ref)), to: connection)
        case .failure: refuse(consultation, .busy, "That cannot be done just now. Try again in a moment.")
        }
    }

    private mutating func answer(_ consultation: Consultation, knowing reviews: [Review]) {
        // What nobody can be asked any more would be due for ever.
        let points = Set(
            bank.askable.flatMap { question in question.keyPoints.map { PointName(question.id, $0.id) } })
        let history = ReviewHistory(reviews.filter { points.contains(PointName($0.question, $0.point)) })
        switch consultation {
        case .open(let open, let connection):
            self.open(open, knowing: history, on: connection)
        case .progress(let ref, let connection):
            let progress = ServerMessage.Progress(
                history, titles: bank.topics, at: now.milliseconds, ref: ref)
            send(.progress(progress), to: connection)
        case .forget:
            break
        }
    }

    private mutating func refuse(_ consultation: Consultation, _ code: RefusalCode, _ message: String) {
        switch consultation {
        case .open(let open, let connection):
            refuseOpening(Refused(ref: open.ref, code: code, message: message), on: connection)
        case .progress(let ref, let connection), .forget(let ref, let connection):
            refuse(Refused(ref: ref, code: code, message: message), to: connection)
        }
    }
}

private struct PointName: Hashable {
    var question: String
    var point: String

    init(_ question: String, _ point: String) {
        (self.question, self.point) = (question, point)
    }
}
