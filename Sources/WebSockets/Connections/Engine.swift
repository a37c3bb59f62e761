import Synchronization

/// What a loop passes on to its handler.
protocol EngineDelegate: AnyObject {
    var engineIsBusy: Bool { get }
    func engineStarted()
    func engineRefused(_ name: RefusedName) -> String?
    func engineCookie(for handshake: Handshake) -> String?
    func engineOpened(_ connection: ConnectionID, _ handshake: Handshake)
    func engineReceived(_ text: String, on connection: ConnectionID)
    func engineReceivedBinary(_ bytes: [UInt8], on connection: ConnectionID)
    func engineClosed(_ connection: ConnectionID)
    func engineRequested(_ request: HTTPRequest, _ exchange: ExchangeID)
    func engineAbandoned(_ exchange: ExchangeID)
    func engineDrained(_ exchange: ExchangeID)
    func engineFired(_ timer: TimerID)
    func engineWoken()
}

/// The loop itself, without its handler's types: connections, requests, timers, and the end of each turn.
/// Confined to the thread that runs it.
final class Engine {
    enum Phase: Equatable {
        case ready, running
        /// Monotonic nanoseconds: when the rest is left behind.
        case stopping(deadline: UInt64)
    }

    var configuration: LoopConfiguration
    let context: LWSContext
    let control: LoopControl
    let rules: UpgradeRules
    let heads: ResponseHead
    let port: Int
    unowned var delegate: (any EngineDelegate)?

    var phase = Phase.ready
    var peers = SlotTable<Peer>()
    /// Connections the handler knows of.
    var openCount = 0
    var exchangeCount: UInt64 = 0
    var timers = TimerQueue()
    /// Peers whose messages wait to be carried out.
    var turns = Turns<String, Peer>()
    /// What they hold together.
    var waitingBytes = 0
    /// Until when, in this turn of the loop, messages of peers that leave are carried out.
    var leavingUntil: UInt64?
    /// Peers with something to send at the end of the turn.
    var dirty: [Peer] = []
    /// Peers whose answer goes on at the end of the turn.
    var answering: [Peer] = []
    /// Peers of whose next head a part came in this turn.
    var heldBack: [Peer] = []
    /// Closed by us in this turn: the handler is told at its end.
    var toReport: [Peer] = []
    /// Closed by us and not gone yet.
    var lingering: [Peer] = []
    var census = Census()
    var admission: Admission
    var unfinished = UnfinishedMessages()
    let trust: ProxyTrust
    var turnedAway = TurnedAway()
    /// Connections whose first head is not whole yet, by descriptor.
    var doorway: [Int32: LWSDoorway] = [:]
    let rawHeads: RawHead
    var headBuffer: [UInt8]

    private var meter = TurnMeter()
    private var publishedAt: UInt64 = 0
    /// Where the patrol goes on, and when.
    var patrolStep = 0
    var nextPatrol: UInt64?
    private let loop: LWSEventLoop
    private var acceptor: LWSAcceptor?
    private var armedDeadline: UInt64?

    init(_ configuration: LoopConfiguration, waker: Waker, control: LoopControl) throws(LoopError) {
        LWSLog.shared.install(configuration.log)
        let descriptors = DescriptorLimit.raise()
        if let tls = configuration.tls {
            do throws(CertificateError) { try TLSCertificate.check(tls) } catch { throw .certificate(error) }
        }
        let socket = try ListeningSocket(
            address: configuration.address, port: configuration.port, shared: configuration.sharesPort)
        guard let loop = LWSEventLoop() else {
            socket.close()
            throw .cannotStart("no event loop")
        }
        do throws(LoopError) {
            context = try LWSContext(configuration, descriptors: descriptors, loop: loop, waker: waker)
        } catch {
            socket.close()
            throw error
        }
        let isSecure = configuration.tls != nil || configuration.isBehindTLSProxy
        self.configuration = configuration
        self.loop = loop
        self.control = control
        port = socket.port
        admission = Admission(configuration.limits, descriptors: descriptors)
        trust = ProxyTrust(configuration.trustedProxies)
        rawHeads = .asLibWebSocketsKnows(limit: Int(configuration.limits.headerBytes))
        // A byte over the limit shows that it is passed.
        headBuffer = [UInt8](repeating: 0, count: Int(configuration.limits.headerBytes) + 1)
        heads = ResponseHead(security: configuration.securityHeaders.headers(isSecure: isSecure))
        rules = UpgradeRules(
            policy: configuration.upgrade,
            names: NameRules(
                policy: configuration.upgrade, address: configuration.address, port: socket.port,
                isLoopback: socket.isLoopback, isSecure: isSecure))
        if let tls = configuration.tls {
            do throws(CertificateError) { try install(tls) } catch { throw .certificate(error) }
        }
        acceptor = LWSAcceptor(socket, loop: loop) { [unowned self] in accepted($0, from: $1) }
        control.beat.store(MonotonicTime.now, ordering: .relaxed)
        unsafe context.owner.engine = Unmanaged.passUnretained(self)
    }

    deinit {
        acceptor = nil
        closeDoorway()
        turnedAway.closeAll()
        // What is destroyed from here on has nobody to tell.
        unsafe context.owner.engine = nil
        context.destroy()
    }

    /// Turns on the calling thread until it is stopped.
    func run() {
        loop.turnBegan = { [unowned self] in meter.turnBegins(at: MonotonicTime.now) }
        loop.turnEnded = { [unowned self] in endTurn() }
        loop.timeIsUp = { [unowned self] in fireTimers() }
        phase = .running
        delegate?.engineStarted()
        context.startBeating()
        loop.run()
        stopAccepting()
        closeDoorway()
        turnedAway.closeAll()
        context.destroy()
    }

    func stopAccepting() { acceptor?.close() }

    func leave() { loop.stop() }

    /// Before the loop waits: everything that gathered goes out, once.
    private func endTurn() {
        takeTurns()
        continueAnswers()
        letHeldBackGoOn()
        flush()
        reportClosed()
        let now = MonotonicTime.now
        control.beat.store(now, ordering: .relaxed)
        control.connections.store(admission.count, ordering: .relaxed)
        control.turnCount.wrappingAdd(1, ordering: .relaxed)
        if case .stopping(let deadline) = phase, admission.isEmpty || now >= deadline { leave() }
        armTimer()
        meter.turnEnds(at: now)
        publishCensus(at: now)
    }

    var presentCensus: Census {
        var present = census
        present.connections = admission.count
        present.webSockets = openCount
        present.unfinishedBytes = unfinished.bytes + waitingBytes
        present.timers = timers.count
        present.turns = meter.turns
        present.busyNanoseconds = meter.busy
        present.longestTurnNanoseconds = meter.longestTurn
        return present
    }

    /// Often enough for whoever looks, and not each turn.
    private func publishCensus(at now: UInt64) {
        guard now >= publishedAt + 200_000_000 else { return }
        publishedAt = now
        let present = presentCensus
        control.published.withLock { $0 = present }
    }

    private func armTimer() {
        var deadline = timers.nextDeadline()
        if case .stopping(let end) = phase { deadline = min(deadline ?? end, end) }
        if let nextPatrol { deadline = min(deadline ?? nextPatrol, nextPatrol) }
        if !turns.isEmpty, delegate?.engineIsBusy != true { deadline = 0 }
        guard deadline != armedDeadline else { return }
        armedDeadline = deadline
        guard let deadline else { return loop.cancelWakeUp() }
        let now = MonotonicTime.now
        loop.wakeUp(after: deadline > now ? deadline - now : 0)
    }

    private func fireTimers() {
        armedDeadline = nil
        let now = MonotonicTime.now
        if let nextPatrol, nextPatrol <= now { patrol(at: now) }
        // Timers of the same moment do not hold up those who have something to say: the rest is for the next turn.
        while let timer = timers.takeDue(at: now) {
            delegate?.engineFired(timer)
            if MonotonicTime.now > now + Self.timersAtOnce { break }
        }
    }

    private static let timersAtOnce: UInt64 = 5_000_000
}
