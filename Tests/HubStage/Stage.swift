package import Greenroom
package import Interviews
import Marking
import Pages
package import QuestionBank
package import Transcripts
package import WebSockets
package import Wire

package let ann = ConnectionID(place: 1, generation: 1)
package let bob = ConnectionID(place: 2, generation: 1)

package func ref(_ text: String) -> Reference {
    guard let reference = Reference(text) else { preconditionFailure("not a reference: \(text)") }
    return reference
}

package func smallBank(prompt: String = "Why does dropout help?", count: Int = 3) -> Bank {
    Bank(
        topics: [Topic(id: "nets", title: "Networks")],
        questions: (1...max(1, count)).map { number in
            Question(
                id: "nets-\(number)", topic: "nets", prompt: prompt,
                keyPoints: [KeyPoint(id: "p", head: "Regularisation", gist: "it prevents overfitting")],
                modelAnswer: "It regularises: it prevents overfitting.",
                source: SourceLocation(file: "nets.md", line: number))
        },
        glossary: [], hash: "f00d")
}

/// A hub whose log is a real store that answers when told to, so that a test decides what happens in between.
package struct Stage {
    package var hub: Hub
    package var store: any EventStore = MemoryStore()
    /// What was handed to the log and is not answered yet.
    package private(set) var appends: [Append] = []
    package private(set) var loads: [(interview: InterviewID, after: Int)] = []
    /// Whether the log's memory answers by itself.
    package var recallsAtOnce = true
    package private(set) var recalls: [Recall] = []
    package private(set) var wakeUps: [Hub.WakeUp] = []
    private var consultations: [Consultation] = []
    private var searches: [(holder: SeatHolder, interview: InterviewID, ticket: UInt64)] = []
    private var roomSearches: [(code: RoomCode, ticket: UInt64)] = []
    /// Whether the log forgets by itself.
    package var forgetsAtOnce = true
    private var erasings: [(interview: InterviewID?, visitor: String, at: Timestamp, ticket: UInt64)] = []
    /// What was found fault with, and whether it can be kept.
    package private(set) var flagged: [(flag: QuestionFlag, ticket: UInt64)] = []
    package var flagsAreKept = true
    private var flagsAnswered = 0
    private var forgettings: [(visitor: String, ticket: UInt64)] = []
    /// What the clock on the server's wall says. Time that passes on it passes for the steady one too.
    package var now = Timestamp(milliseconds: 1) {
        didSet { steady += max(0, now.milliseconds - oldValue.milliseconds) }
    }
    /// What the clock that never jumps says, in milliseconds.
    package private(set) var steady: Int64 = 0
    /// What waits to be read; see ``readDocuments()``.
    package private(set) var documents: [(text: String, name: String, for: ConnectionID, ref: Reference)] = []
    package private(set) var observations: [Hub.Observation] = []
    /// The connections that the hub ended.
    package private(set) var closed: [ConnectionID] = []
    private var errands: [(errand: Errand, key: String, now: Timestamp, ticket: UInt64)] = []
    /// Whether errands are run by themselves.
    package var runsErrandsAtOnce = true
    private let rooms = RoomShelf()
    private let shares: any ShareStore & BrowserStore & NoteStore
    /// What each connection was sent since it was last looked at.
    private var sent: [ConnectionID: [StampedMessage]] = [:]

    package init(
        bank: Bank = smallBank(), hosting: HostingRule = .open, store: any EventStore = MemoryStore(),
        limits: RequestLimits = RequestLimits()
    ) {
        hub = Hub(bank: bank, hosting: hosting, secrets: CountingSecrets(), limits: limits)
        self.store = store
        shares = store as? any ShareStore & BrowserStore & NoteStore ?? MemoryStore()
    }

    package mutating func handle(_ input: Hub.Input) {
        for effect in hub.handle(input, at: Moment(wall: now, steady: steady)) {
            switch effect {
            case .send(let message, let connection):
                sent[connection, default: []].append(StampedMessage(message))
            case .tell(let message, let connections):
                for connection in connections { sent[connection, default: []].append(message) }
            case .commit(let append): appends.append(append)
            case .load(let interview, let seq): loads.append((interview, seq))
            case .recall(let interview, let lanes, let seq, let limit, let ticket):
                recalls.append(
                    Recall(interview: interview, lanes: lanes, after: seq, limit: limit, ticket: ticket))
            case .find(let code, let ticket): roomSearches.append((code, ticket))
            case .readDocument(let text, let name, let connection, let ref):
                documents.append((text, name, connection, ref))
            case .consult(let question, let visitor, let bank, let now, let ticket):
                consultations.append(Consultation(question, visitor, bank, now, ticket))
            case .findSeat(let holder, let interview, let ticket):
                searches.append((holder, interview, ticket))
            case .erase(let interview, let visitor, let now, let ticket):
                erasings.append((interview, visitor, now, ticket))
            case .flag(let flag, let ticket): flagged.append((flag, ticket))
            case .run(let errand, let key, let now, let ticket): errands.append((errand, key, now, ticket))
            case .forgetReviews(let visitor, let ticket): forgettings.append((visitor, ticket))
            case .wake(let wakeUp, _): wakeUps.append(wakeUp)
            case .log(let observation): observations.append(observation)
            case .close(let connection, _): closed.append(connection)
            }
        }
        if recallsAtOnce { recall() }
        search()
        consult()
    }

    /// The log tells what visitors were asked about, and forgets it.
    private mutating func consult() {
        let (asking, searching) = (consultations, searches)
        (consultations, searches) = ([], [])
        let store = store
        for asked in asking {
            let reviews = Result { () throws(StoreError) in
                try store.reviews(of: asked.visitor, latest: HistoryQuestion.mostReviews)
            }
            handle(
                .consulted(
                    asked.ticket,
                    reviews.map { asked.question.answer(knowing: $0, in: asked.bank, at: asked.now) }))
        }
        for (holder, interview, ticket) in searching {
            handle(
                .seatFound(
                    ticket, Result { () throws(StoreError) in try store.hasSeat(holder, in: interview) }))
        }
        for (_, ticket) in flagged.dropFirst(flagsAnswered) {
            flagsAnswered += 1
            handle(.flagged(ticket, flagsAreKept ? .success(true) : .failure(.full)))
        }
        if forgetsAtOnce { forget() }
        erase()
        if runsErrandsAtOnce { runErrands() }
    }

    /// What was asked for is done, in order.
    package mutating func runErrands() {
        let asked = errands
        errands = []
        let (store, shares, rooms) = (store, shares, rooms)
        for (errand, key, now, ticket) in asked {
            handle(
                .ran(
                    ticket,
                    Result { () throws(StoreError) in
                        let keeper = LibraryKeeper(store: store, library: try SQLiteLibrary())
                        let visitor = try shares.browsers().first { $0.key == key }?.visitor ?? key
                        let errands = Errands(
                            store: store, shares: shares, browsers: shares, rooms: rooms, keeper: keeper)
                        return try errands.run(errand, of: visitor, by: key, at: now)
                    }))
        }
    }

    private mutating func erase() {
        let asked = erasings
        erasings = []
        let store = store
        for (interview, visitor, now, ticket) in asked {
            handle(
                .erased(
                    ticket,
                    Result { () throws(StoreError) in
                        let keeper = LibraryKeeper(store: store, library: try SQLiteLibrary())
                        return try Eraser(store: store, keeper: keeper).erase(
                            interview, of: visitor, at: now)
                    }))
        }
    }

    /// The log forgets whom it was asked to.
    package mutating func forget() {
        let forgetting = forgettings
        forgettings = []
        let store = store
        for (visitor, ticket) in forgetting {
            handle(
                .reviewsForgotten(
                    ticket,
                    Result { () throws(StoreError) in
                        try store.forget(visitor)
                        return true
                    }))
        }
    }

    /// The log tells what it was asked for, as it stands now.
    package mutating func recall() {
        let waiting = recalls
        recalls = []
        for recall in waiting {
            let events = Result { () throws(StoreError) in
                try store.events(
                    of: recall.interview, lanes: recall.lanes, after: recall.after, limit: recall.limit)
            }
            handle(.recalled(recall.ticket, events))
        }
    }

    /// The log finds the rooms that it was asked for.
    private mutating func search() {
        let waiting = roomSearches
        roomSearches = []
        for (code, ticket) in waiting {
            handle(
                .found(ticket, Result { () throws(StoreError) in try store.interview(with: code) }))
        }
    }

    package struct Recall {
        package var interview: InterviewID
        package var lanes: Lanes
        package var after: Int
        package var limit: Int
        package var ticket: UInt64
    }

    /// The log answers everything it was given, one transaction.
    package mutating func commit() throws {
        let waiting = appends
        appends = []
        let outcomes = try store.commit(waiting)
        handle(
            .committed(
                zip(waiting, outcomes).map {
                    LogWriter.Completed(ticket: $0.ticket, interview: $0.interview, result: .success($1))
                }))
    }

    /// The log fails everything it was given.
    package mutating func failCommit(_ error: StoreError) {
        let waiting = appends
        appends = []
        handle(
            .committed(
                waiting.map {
                    LogWriter.Completed(ticket: $0.ticket, interview: $0.interview, result: .failure(error))
                }))
    }

    /// Whether a prompt is being spoken, or was not long ago.
    package var isSpeaking: Bool {
        wakeUps.contains { if case .speak = $0 { true } else { false } }
    }

    /// Whether the log has still something to answer.
    package var isWaiting: Bool {
        !appends.isEmpty || !loads.isEmpty || !recalls.isEmpty || !documents.isEmpty
    }

    package mutating func load() throws {
        let waiting = loads
        loads = []
        for (interview, seq) in waiting {
            handle(.loaded(interview, .success(try store.events(of: interview, after: seq))))
        }
    }

    package mutating func wake() {
        let waiting = wakeUps
        wakeUps = []
        for wakeUp in waiting { handle(.woken(wakeUp)) }
    }

    /// The documents that were handed over are read.
    package mutating func readDocuments() {
        let waiting = documents
        documents = []
        for (text, name, connection, ref) in waiting {
            handle(.documentRead(ReadDocument(reading: text, name: name), for: connection, ref))
        }
    }

    /// Somebody sets the clock on the wall: no time passes.
    package mutating func setClock(by milliseconds: Int64) {
        let before = steady
        now.milliseconds += milliseconds
        steady = before
    }

    package mutating func say(_ message: ClientMessage, on connection: ConnectionID = ann) {
        let text = String(decoding: (try? message.json) ?? [], as: UTF8.self)
        handle(.received(text, on: connection))
    }

    /// What the connection was sent since the last call, follow-up questions aside.
    package mutating func heard(_ connection: ConnectionID = ann) -> [ServerMessage] {
        heardInFull(connection).filter { $0.kind != .probed }
    }

    package mutating func heardInFull(_ connection: ConnectionID = ann) -> [ServerMessage] {
        heardWithStamps(connection).map(\.message)
    }

    package mutating func heardWithStamps(_ connection: ConnectionID = ann) -> [StampedMessage] {
        sent.removeValue(forKey: connection) ?? []
    }

    /// Connects and opens an interview that is spoken at once.
    package mutating func open(
        on connection: ConnectionID = ann, count: Int = 3, pace: Settings.Pace = .instant
    ) throws -> ServerMessage.Opened {
        handle(.connected(connection))
        say(.open(.init(ref: ref("open"), topics: [], count: count, seed: "s", pace: pace)), on: connection)
        try commit()
        guard let opened = heard(connection).compactMap(\.opened).first else { throw Unheard() }
        return opened
    }

    private struct Consultation {
        var question: HistoryQuestion
        var visitor: String
        var bank: Bank
        var now: Timestamp
        var ticket: UInt64

        init(
            _ question: HistoryQuestion, _ visitor: String, _ bank: Bank, _ now: Timestamp, _ ticket: UInt64
        ) {
            (self.question, self.visitor, self.bank, self.now) = (question, visitor, bank, now)
            self.ticket = ticket
        }
    }

    package struct Unheard: Error {
        package init() {}
    }
}

/// Secrets that differ and repeat from run to run.
private final class CountingSecrets: SecretSource {
    private let count = Counter()

    func bytes(_ count: Int) -> [UInt8] {
        var state = UInt64(self.count.next())
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
    }
}

extension ServerMessage {
    package var opened: Opened? { if case .opened(let opened) = self { opened } else { nil } }
    package var answered: Answered? { if case .answered(let answered) = self { answered } else { nil } }
    package var refused: Refused? { if case .refused(let refused) = self { refused } else { nil } }
    package var resumed: Resumed? { if case .resumed(let resumed) = self { resumed } else { nil } }
    package var kind: Kind { payload.kind }
}
