import Dispatch
import Interviews
import Logging
import QuestionBank
import Synchronization
import Transcripts
import WebSockets
import Wire

/// Binds a hub to its loop: turns what the loop reports into the hub's input, and carries out what it returns.
final class InterviewLoop: LoopHandler {
    /// What comes from other threads.
    enum Message: Sendable {
        case committed([LogWriter.Completed])
        case loaded(InterviewID, Result<[RecordedEvent], StoreError>)
        case recalled(UInt64, Result<[RecordedEvent], StoreError>)
        case found(UInt64, Result<InterviewID?, StoreError>)
        case bankChanged(Bank)
        case documentRead(ReadDocument, for: ConnectionID, Reference)
        case consulted(UInt64, Result<HistoryAnswer, StoreError>)
        case seatFound(UInt64, Result<Bool, StoreError>)
        case reviewsForgotten(UInt64, Result<Bool, StoreError>)
        case probed(ContinuousClock.Instant)
        case paged(ExchangeID, PageService.Answer)
        /// The next bytes of a download; `nil` where it is whole.
        case chunk(ExchangeID, Result<[UInt8]?, StoreError>)
        case purged([InterviewID])
        case ran(UInt64, Result<Errand.Reply, StoreError>)
        case flagged(UInt64, Result<Bool, StoreError>)
        case erased(UInt64, Result<Erasure?, StoreError>)
        case news(News)
        /// How far those that were asked for have come.
        case looked([InterviewID], Result<[InterviewID: Int], StoreError>)
    }

    private(set) var hub: Hub
    private let logger: Logger
    private let health: Health
    private let tally: Tally
    /// What lines of the log say of the message that is being handled: which connection, and a number of its own.
    private var request: Logger.Metadata = [:]
    private var requestCount: UInt64 = 0
    private(set) var loop: Loop<InterviewLoop>?
    /// What visitors practised is read by a thread of its own, the historian: it may take a while.
    private(set) var log: (writer: LogWriter, reader: LogReader, historian: LogReader)?
    private var pages: PageService?
    private(set) var flags: FlagFile?
    private(set) var keeper: LibraryKeeper?
    private(set) var errands: Errands?
    /// Where other servers write the same log.
    private(set) var watch: (any LogWatch)?
    /// Whether it is being asked how far what is held has come.
    var isLooking = false
    let register: BrowserRegister
    private var downloads: [ExchangeID: Download] = [:]
    /// Those whose next piece is asked for once more, because too much was being read.
    private var delayed: [TimerID: ExchangeID] = [:]
    /// Downloads at a time, of everybody and of one visitor.
    private static let (mostDownloads, mostOfOne) = (64, 2)
    private static let delay = Duration.milliseconds(200)
    /// Documents are read one after the other, off the loop; the hub sees to it that few wait.
    private let documents = DispatchQueue(label: "documents")
    private var wakeUps: [TimerID: Hub.WakeUp] = [:]
    private var refusedNames: RefusedNames
    private var limitNotes = LimitNotes()
    private var logLoad = LogLoad()

    init(
        hub: Hub, health: Health, tally: Tally, refusedNames: RefusedNames, register: BrowserRegister,
        logger: Logger
    ) {
        self.register = register
        self.refusedNames = refusedNames
        self.hub = hub
        self.health = health
        self.tally = tally
        self.logger = logger
    }

    /// Called once, before the loop runs.
    func attach(
        writer: LogWriter, reader: LogReader, historian: LogReader, pages: PageService, keeper: LibraryKeeper,
        flags: FlagFile, errands: Errands, watch: (any LogWatch)?
    ) {
        (self.errands, self.watch) = (errands, watch)
        log = (writer, reader, historian)
        (self.pages, self.keeper, self.flags) = (pages, keeper, flags)
    }

    var isBusy: Bool { logLoad.isFull }

    func started(_ loop: Loop<InterviewLoop>) {
        self.loop = loop
    }

    func refused(_ name: RefusedName) -> String? {
        let advice = refusedNames.advice(on: name)
        if refusedNames.isNew(name) { logger.warning("name refused", metadata: ["advice": "\(advice)"]) }
        return advice
    }

    func cookie(for handshake: Handshake) -> String? {
        VisitorCookie.secret(in: handshake.cookie) == nil ? VisitorCookie.make(for: handshake) : nil
    }

    func opened(_ connection: ConnectionID, _ handshake: Handshake) {
        logger.debug(
            "connected", metadata: ["connection": "\(connection)", "address": "\(handshake.remoteAddress)"])
        let key = VisitorCookie.secret(in: handshake.newCookie ?? handshake.cookie).map(SeatToken.digest)
        handle(
            .connected(
                connection, visitor: key.map(register.visitor), key: key, address: handshake.account))
    }

    func received(_ text: String, on connection: ConnectionID) {
        begin(on: connection)
        handle(.received(text, on: connection))
        request = [:]
    }

    func receivedBinary(_ bytes: [UInt8], on connection: ConnectionID) {
        begin(on: connection)
        handle(.receivedBinary(on: connection))
        request = [:]
    }

    private func begin(on connection: ConnectionID) {
        requestCount += 1
        request = ["connection": "\(connection)", "request": "\(requestCount)"]
    }

    func closed(_ connection: ConnectionID) {
        logger.debug("disconnected", metadata: ["connection": "\(connection)"])
        handle(.disconnected(connection))
    }

    func delivered(_ message: Message) {
        switch message {
        case .committed(let completions):
            logLoad.remove(completions)
            tally.count(completions)
            handle(.committed(completions))
        case .loaded(let interview, let result): handle(.loaded(interview, result))
        case .recalled(let ticket, let result): handle(.recalled(ticket, result))
        case .found(let ticket, let result): handle(.found(ticket, result))
        case .bankChanged(let bank):
            pages?.use(bank)
            handle(.bankChanged(bank))
        case .documentRead(let document, let connection, let ref):
            handle(.documentRead(document, for: connection, ref))
        case .consulted(let ticket, let result): handle(.consulted(ticket, result))
        case .seatFound(let ticket, let result): handle(.seatFound(ticket, result))
        case .reviewsForgotten(let ticket, let result): handle(.reviewsForgotten(ticket, result))
        case .probed(let sent): probed(sent)
        case .erased(let ticket, let result): handle(.erased(ticket, result))
        case .flagged(let ticket, let result): handle(.flagged(ticket, result))
        case .purged(let interviews): handle(.purged(interviews))
        case .news(let news): take(news)
        case .looked(let interviews, let result): looked(interviews, result)
        case .ran(let ticket, let result): handle(.ran(ticket, result))
        case .paged(let exchange, .response(let response)): loop?.respond(to: exchange, with: response)
        case .paged(let exchange, .download(let download)): begin(download, on: exchange)
        case .chunk(let exchange, let result): goOn(exchange, with: result)
        }
    }

    private func begin(_ download: Download, on exchange: ExchangeID) {
        let ofOne = downloads.values.count { $0.visitor == download.visitor }
        guard downloads.count < Self.mostDownloads, ofOne < Self.mostOfOne else {
            loop?.respond(to: exchange, with: PageService.busy)
            return
        }
        downloads[exchange] = download
        loop?.begin(exchange, headers: download.headers)
        readOn(exchange)
    }

    private func readOn(_ exchange: ExchangeID) {
        guard let mailbox = loop?.mailbox, let download = downloads[exchange] else { return }
        pages?.read(download) { mailbox.post(.chunk(exchange, $0)) }
    }

    private func goOn(_ exchange: ExchangeID, with result: Result<[UInt8]?, StoreError>) {
        guard downloads[exchange] != nil else { return }
        switch result {
        case .success(let bytes?) where bytes.isEmpty: readOn(exchange)
        case .success(let bytes?): loop?.write(bytes, to: exchange)
        case .success(nil):
            downloads[exchange] = nil
            loop?.finish(exchange)
        case .failure(.busy):
            if let timer = loop?.schedule(after: Self.delay) { delayed[timer] = exchange }
        // Not finished, it is no whole file to anybody: the connection ends by its deadline.
        case .failure: downloads[exchange] = nil
        }
    }

    func drained(_ exchange: ExchangeID) { readOn(exchange) }

    func abandoned(_ exchange: ExchangeID) { downloads[exchange] = nil }

    private func probed(_ sent: ContinuousClock.Instant) {
        let lag = ContinuousClock.now - sent
        tally.count { counts in
            counts.loopLag.record(lag)
            counts.interviews = hub.interviewCount
        }
    }

    func fired(_ timer: TimerID) {
        if let exchange = delayed.removeValue(forKey: timer) { return readOn(exchange) }
        guard let wakeUp = wakeUps.removeValue(forKey: timer) else { return }
        handle(.woken(wakeUp))
    }

    func requested(_ request: HTTPRequest, _ exchange: ExchangeID) {
        guard let loop else { return }
        let mailbox = loop.mailbox
        if let pages, pages.take(request, completion: { mailbox.post(.paged(exchange, $0)) }) { return }
        loop.respond(
            to: exchange, with: JoinPicture.response(to: request) ?? health.response(to: request.path))
    }

    func handle(_ input: Hub.Input) {
        for effect in hub.handle(input, at: .now) { perform(effect) }
    }

    private func perform(_ effect: Hub.Effect) {
        switch effect {
        case .send(let message, let connection):
            loop?.send(message.text, to: connection)
        case .tell(let message, let connections):
            let text = message.text
            for connection in connections { loop?.send(text, to: connection) }
        case .commit(let append):
            logLoad.add(append)
            log?.writer.submit(append)
        case .load, .recall, .find, .findSeat: read(effect)
        case .consult, .forgetReviews, .erase, .flag, .run: study(effect)
        case .wake(let wakeUp, let duration):
            if let timer = loop?.schedule(after: duration) { wakeUps[timer] = wakeUp }
        case .readDocument(let text, let name, let connection, let ref):
            guard let mailbox = loop?.mailbox else { return }
            documents.async {
                mailbox.post(.documentRead(ReadDocument(reading: text, name: name), for: connection, ref))
            }
        case .close(let connection, .tooFast):
            loop?.close(connection, code: .policyViolation, reason: "too fast")
        case .close(let connection, .newerVersion):
            loop?.close(connection, code: .tryAgainLater, reason: "newer version")
        case .log(let observation):
            tally.count(observation)
            guard case .limited(let kind, let scope, let address) = observation else {
                return logger.log(observation, request)
            }
            if limitNotes.isNew(address, at: .now) {
                logger.log(limit: kind, of: scope, address, request)
            }
        }
    }
}
