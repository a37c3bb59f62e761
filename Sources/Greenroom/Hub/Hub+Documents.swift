import Interviews
import QuestionBank
import WebSockets
import Wire

extension Hub {
    /// Takes a piece of a document that somebody wants to practise on.
    mutating func paste(_ paste: ClientMessage.Paste, on connection: ConnectionID) {
        func refuse(_ refused: Refused) {
            documents.drop(arriving: connection)
            self.refuse(refused, to: connection)
        }
        guard paste.parts >= 1, (0..<paste.parts).contains(paste.part), paste.name.utf16.count <= 200 else {
            return refuse(
                .badPiece(paste, "The pieces of a document are numbered from 0, and its name is short."))
        }
        let document =
            paste.part == 0
            ? PastedDocument(name: paste.name, parts: paste.parts) : documents.arriving(on: connection)
        guard var document, document.received == paste.part, document.parts == paste.parts else {
            return refuse(
                .badPiece(paste, "The pieces of a document come in order. Send it again from its start."))
        }
        guard document.append(paste.text) else {
            return refuse(
                Refused(ref: paste.ref, code: .tooLong, message: "A document has at most 2 MiB."))
        }
        guard documents.keep(arriving: document, on: connection) else {
            return refuse(.tooManyDocuments(paste.ref))
        }
        guard document.isComplete else {
            return send(.received(.init(ref: paste.ref, part: paste.part)), to: connection)
        }
        guard documents.takeForReading(connection) != nil else {
            return refuse(.tooManyDocuments(paste.ref))
        }
        effects.append(.readDocument(document.text, name: document.name, for: connection, paste.ref))
    }

    /// A document was read: the connection that sent it may practise on it.
    mutating func read(_ document: ReadDocument, for connection: ConnectionID, _ ref: Reference) {
        documents.wasRead(connection)
        guard sessions[connection] != nil else { return }
        guard document.summary.questions > 0 else {
            let reason = document.report.remarks.first ?? "no question with an answer was found in it"
            return refuse(
                Refused(ref: ref, code: .noQuestions, message: "Nothing here can be practised: \(reason)."),
                to: connection)
        }
        let id = Settings.makeSeed(from: secrets)
        guard documents.keep(.init(id: id, document: document), on: connection) else {
            return refuse(.tooManyDocuments(ref), to: connection)
        }
        send(
            .pasted(
                .init(
                    ref: ref, document: id, name: document.name, bank: document.summary,
                    report: .init(document.report))),
            to: connection)
    }
}

extension Refused {
    fileprivate static func badPiece(_ paste: ClientMessage.Paste, _ message: String) -> Refused {
        Refused(ref: paste.ref, code: .badValue, message: message)
    }

    fileprivate static func tooManyDocuments(_ ref: Reference) -> Refused {
        Refused(
            ref: ref, code: .busy, message: "Too many documents are being read. Try again in a moment.",
            retryAfter: 3)
    }
}
