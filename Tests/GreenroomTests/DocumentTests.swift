import HubStage
import Interviews
import QuestionBank
import Testing
import WebSockets
import Wire

@testable import Greenroom

/// Documents of one's own cost others nothing: what arrives, is read and was read is counted and bounded.
struct DocumentTests {
    private let small = "## What is recall?\n\nThe share of positives that were found.\n"

    private func stage(_ connections: Int) -> (Stage, [ConnectionID]) {
        var stage = Stage(limits: RequestLimits(factor: 1000))
        let all = (0..<UInt32(connections)).map { ConnectionID(place: $0, generation: 9) }
        for connection in all {
            stage.handle(.connected(connection))
            _ = stage.heard(connection)
        }
        return (stage, all)
    }

    private func paste(_ text: String, part: Int = 0, of parts: Int = 1) -> ClientMessage {
        .paste(.init(ref: ref("p\(part)"), name: "a.md", part: part, parts: parts, text: text))
    }

    @Test func whatIsFoundCanBePractised() throws {
        var (stage, connections) = stage(1)
        stage.say(paste(small), on: connections[0])
        stage.readDocuments()
        let heard = stage.heard(connections[0])
        guard case .pasted(let pasted)? = heard.first else {
            Issue.record("not read: \(heard)")
            return
        }
        var open = ClientMessage.Open(ref: ref("o"), count: 1, pace: .instant)
        open.document = pasted.document
        stage.say(.open(open), on: connections[0])
        try stage.commit()
        #expect(stage.heard(connections[0]).map(\.kind) == [.opened, .asked])
    }

    @Test func fewDocumentsWaitToBeRead() {
        var (stage, connections) = stage(20)
        for connection in connections { stage.say(paste(small), on: connection) }
        #expect(stage.documents.count == DocumentDesk.mostWaiting)
        let refused = connections.flatMap { stage.heard($0) }.compactMap(\.refused)
        #expect(refused.count == 20 - DocumentDesk.mostWaiting)
        #expect(refused.allSatisfy { $0.code == .busy && $0.retryAfter != nil })
        stage.readDocuments()
        stage.say(paste(small), on: connections[19])
        #expect(stage.documents.count == 1)
    }

    @Test func ofAConnectionOneIsReadAtATime() {
        var (stage, connections) = stage(1)
        for _ in 0..<3 { stage.say(paste(small), on: connections[0]) }
        #expect(stage.documents.count == 1)
        #expect(stage.heard(connections[0]).compactMap(\.refused).map(\.code) == [.busy, .busy])
    }

    @Test func textIsCountedUntilItWasRead() {
        var (stage, connections) = stage(200)
        let piece = String(repeating: "x", count: 60_000)
        for part in 0..<30 {
            for connection in connections { stage.say(paste(piece, part: part, of: 40), on: connection) }
        }
        #expect(stage.hub.documents.textBytes > DocumentDesk.textCapacity / 2)
        #expect(stage.hub.documents.textBytes <= DocumentDesk.textCapacity)
        for connection in connections { stage.handle(.disconnected(connection)) }
        #expect(stage.hub.documents.textBytes == 0)
    }

    @Test func whatIsBeingReadCountsAlthoughItsConnectionHasGone() {
        var (stage, connections) = stage(1)
        stage.say(paste(small), on: connections[0])
        stage.handle(.disconnected(connections[0]))
        #expect(stage.hub.documents.textBytes == small.utf8.count)
        stage.readDocuments()
        #expect(stage.hub.documents.textBytes == 0)
        #expect(stage.hub.documents.bankBytes == 0)
    }

    @Test func banksGoWithTheirConnections() {
        var (stage, connections) = stage(100)
        let text = (1...2000).map {
            "## What is number \($0) of all these?\n\nIt is the one that comes after \($0).\n\n"
        }
        .joined()
        let read = ReadDocument(reading: text, name: "a.md")
        #expect(read.footprint > text.utf8.count)
        for connection in connections { stage.handle(.documentRead(read, for: connection, ref("p"))) }
        #expect(stage.hub.documents.bankBytes <= DocumentDesk.bankCapacity)
        let codes = connections.flatMap { stage.heard($0) }.map { $0.refused?.code }
        #expect(Set(codes) == [nil, .busy])
        for connection in connections { stage.handle(.disconnected(connection)) }
        #expect(stage.hub.documents.bankBytes == 0)
    }

    @Test func ofVeryManyQuestionsTheFirstAreUsed() {
        let text = (1...4000).map { "## What is number \($0)?\n\nThe number \($0) itself.\n\n" }.joined()
        let read = ReadDocument(reading: text, name: "a.md")
        #expect(read.bank.questions.count == ReadDocument.mostQuestions)
        #expect(read.report.remarks.last == "the first 3000 of 4000 questions are used")
    }
}
