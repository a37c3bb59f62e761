import Interviews
public import Logging
import Pages
import QuestionBank
import Transcripts
import WebSockets
import Wire

/// The whole application: bank, log, loop and what watches over them.
public final class Server {
    private let settings: ServerSettings
    private let logger: Logger
    private let serviceManager: ServiceManager
    private let health = Health()
    private let tally = Tally()
    private let metrics: MetricsServer?
    private let loop: Loop<InterviewLoop>
    private let writer: LogWriter
    private let reader: LogReader
    private let historian: LogReader
    private let library: any Library
    private let keeper: LibraryKeeper
    private let pages: PageService
    /// Begins with the server: what it hears of the log is noted by then.
    private let follower: LibraryFollower
    private let store: any LogStore
    private let watch: (any LogWatch)?
    private let bank: Bank

    /// Reads the bank and the client, opens the log and listens; whoever can connect now is served once
    /// ``run()`` turns the loop.
    ///
    /// - Parameter environment: of the process, where a service manager leaves its address.
    public init(
        _ settings: ServerSettings, environment: [String: String], logger: Logger
    ) throws(StartError) {
        let unsafeSettings = settings.unsafe
        guard unsafeSettings.isEmpty else { throw .unsafe(unsafeSettings) }
        Allocator.shareHeap()
        self.settings = settings
        self.logger = logger
        serviceManager = ServiceManager(environment: environment)
        bank = try BankFolders(paths: settings.banks, logger: logger).load()
        var configuration = settings.loopConfiguration
        configuration.files = try settings.readClient()
        let log: @Sendable (LogLevel, String) -> Void = { level, line in
            logger.log(
                level: level == .error ? .error : .warning, "libwebsockets", metadata: ["line": "\(line)"])
        }
        configuration.log = log
        let store: any LogStore
        let register: BrowserRegister
        do {
            try settings.makeDataFolder()
            (store, library) = try settings.place.open(readers: 4)
            register = BrowserRegister(try store.browsers())
        } catch {
            throw .store(error)
        }
        let matchers = Matchers()
        let service = InterviewLoop(
            hub: Hub(
                bank: bank, hosting: settings.hosting, limits: settings.requestLimits, matchers: matchers),
            health: health, tally: tally, refusedNames: RefusedNames(isBehindProxy: settings.isBehindProxy),
            register: register, logger: logger)
        do {
            metrics = try settings.metrics.map { endpoint throws(LoopError) in
                try MetricsServer(endpoint, hosts: settings.hosts, log: log)
            }
            loop = try Loop(configuration, handler: service)
        } catch {
            throw .loop(error)
        }
        self.store = store
        let mailbox = loop.mailbox
        keeper = LibraryKeeper(store: store, library: library)
        let follower = LibraryFollower(keeper: keeper) { error in
            logger.warning("transcripts are not up to date", metadata: ["reason": "\(error)"])
        }
        self.follower = follower
        let rooms = RoomShelf()
        pages = PageService(
            store: store, library: FollowedLibrary(library, follower: follower), shares: store,
            browsers: store, rooms: rooms,
            register: register, bank: bank, matchers: matchers)
        historian = LogReader(store: store, niceness: 10)
        let refresh = RegisterRefresh(register, by: historian) { () throws(StoreError) in try store.browsers()
        }
        let watch = store.watch { news in
            if case .advanced(let latest) = news { follower.note(fromOthers: latest.keys) }
            if news == .browsers || news == .unknown { rooms.letGoOfAll() }
            refresh.hear(news)
            mailbox.post(.news(news))
        }
        self.watch = watch
        writer = LogWriter(store: store) { [health] completed in
            // Before anybody is told, so that whoever looks then sees it.
            health.note(completed) { () throws(StoreError) in try store.check(writing: true) }
            mailbox.post(.committed(completed))
            follower.note(completed)
            watch?.tell(completed)
        }
        reader = LogReader(store: store)
        service.attach(
            writer: writer, reader: reader, historian: historian, pages: pages, keeper: keeper,
            flags: FlagFile(folder: settings.data),
            errands: Errands(
                store: store, shares: store, browsers: store, rooms: rooms, keeper: keeper,
                takeIn: follower.takeIn),
            watch: watch)
    }

    /// Where a browser finds the page.
    public var address: String {
        let scheme = settings.tls == nil ? "http" : "https"
        let name =
            ["127.0.0.1", "0.0.0.0", "::", "::1"].contains(settings.host) ? "localhost" : settings.host
        return "\(scheme)://\(name.contains(":") ? "[\(name)]" : name):\(loop.port)"
    }

    /// Where metrics are read, if they are told.
    public var metricsAddress: String? { metrics?.address }

    /// How many questions can be asked, and how many topics they belong to.
    public var bankSize: (questions: Int, topics: Int) {
        let summary = ServerMessage.BankSummary(bank)
        return (summary.questions, summary.topics.count)
    }

    /// Serves until ``ServerControl/stop()``; on the calling thread.
    ///
    /// - Parameter isWatched: a loop that hangs ends the process, for a supervisor to start it again.
    public func run(isWatched: Bool = true) {
        ProgramText.letGo()
        let watchdog = Watchdog(control: loop.control, serviceManager: serviceManager, logger: logger)
        if isWatched { watchdog.start() }
        let watcher = settings.banks.isEmpty ? nil : BankWatcher(paths: settings.banks)
        let storeWatch = StoreWatch(store: store, health: health, logger: logger)
        storeWatch.start()
        let purger = settings.keptDays.map { Purger(store: store, keeper: keeper, days: $0) }
        let mailbox = loop.mailbox
        let watch = watch
        purger?.start(logger: logger) { interviews in
            mailbox.post(.purged(interviews))
            watch?.tell(.gone(interviews))
        }
        let control = control
        watcher?.start { control.reloadBank() }
        let probe = LoopProbe(mailbox: loop.mailbox)
        if let metrics {
            probe.start()
            metrics.start(
                Metrics(
                    tally: tally, health: health, loop: loop.control, writer: writer, reader: reader,
                    started: Double(Timestamp.now.milliseconds) / 1000))
        }
        AddressNote.leave(address, in: settings.data)
        serviceManager.ready(status: "serving on \(address)")
        loop.run()
        watchdog.stop()
        watcher?.stop()
        storeWatch.stop()
        purger?.stop()
        probe.stop()
        metrics?.stop()
        writer.stop()
        watch?.stop()
        reader.stop()
        historian.stop()
        // Before the pages, which wait for what it takes in.
        follower.stop()
        pages.stop()
        library.close()
        AddressNote.remove(from: settings.data)
        store.close()
        logger.info("stopped")
    }

    /// Steers the server from other threads.
    public var control: ServerControl {
        ServerControl(
            settings: settings, loop: loop.control, mailbox: loop.mailbox, health: health,
            serviceManager: serviceManager, logger: logger)
    }
}
