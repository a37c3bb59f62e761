import Interviews
import QuestionBank
import WebSockets
import Wire

extension Hub {
    /// How much text of documents is kept at a time for all connections together, in bytes.
    static let documentCapacity = 16 * 1024 * 1024

    /// Takes a piece of a document that somebody wants to practise on.
    mutating func paste(_ paste: ClientMessage.Paste, on connection: ConnectionID) {
        func refuse(_ code: RefusalCode, _ message: String) {
            sessions[connection]?.pasting = nil
            self.refuse(Refused(ref: paste.ref, code: code, message: message), to: connection)
        }
        guard paste.parts >= 1, (0..<paste.parts).contains(paste.part), paste.name.utf16.count <= 200 else {
            return refuse(.badValue, "The pieces of a document are numbered from 0, and its name is short.")
        }
        if paste.part == 0 {
            sessions[connection]?.pasting = PastedDocument(name: paste.name, parts: paste.parts)
        }
        guard var document = sessions[connection]?.pasting, document.received == paste.part,
            document.parts == paste.parts
        else {
            return refuse(.badValue, "The pieces of a document come in order. Send it again from its start.")
        }
        sessions[connection]?.pasting = nil
        guard document.append(paste.text) else {
            return refuse(.tooLong, "A document has at most 2 MiB.")
        }
        guard documentBytes + document.text.utf8.count <= Self.documentCapacity else {
            return refuse(.busy, "Too many documents are being read. Try again in a moment.")
        }
        guard document.isComplete else {
            sessions[connection]?.pasting = document
            return send(.received(.init(ref: paste.ref, part: paste.part)), to: connection)
        }
        effects.append(.readDocument(document.text, name: document.name, for: connection, paste.ref))
    }

    /// A document was read: the connection that sent it may practise on it.
    mutating func read(
        _ loaded: LoadedBank, _ text: String, name: String, for connection: ConnectionID, _ ref: Reference
    ) {
        guard sessions[connection] != nil else { return }
        let summary = ServerMessage.BankSummary(loaded.bank)
        let report = loaded.reports.first ?? FileReport(file: name, pattern: "no questions found")
        guard summary.questions > 0 else {
            let reason = report.remarks.first ?? "no question with an answer was found in it"
            return refuse(
                Refused(ref: ref, code: .noQuestions, message: "Nothing here can be practised: \(reason)."),
                to: connection)
        }
        let id = Settings.makeSeed(from: secrets)
        sessions[connection]?.document = PrivateBank(id: id, bank: loaded.bank, size: text.utf8.count)
        send(
            .pasted(
                .init(ref: ref, document: id, name: name, bank: summary, report: .init(report))),
            to: connection)
    }

    private var documentBytes: Int {
        sessions.values.reduce(0) { $0 + ($1.pasting?.text.utf8.count ?? 0) + ($1.document?.size ?? 0) }
    }
}
