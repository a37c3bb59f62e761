import Synchronization

/// Steers a loop from any thread.
public final class LoopControl: Sendable {
    enum Order: Sendable {
        case stopAccepting
        case stop(drainWithin: Duration)
        case reloadCertificate(@Sendable (Result<Void, CertificateError>) -> Void)
        case serve(StaticFiles)
    }

    let orders: Mailbox<Order>
    let beat = Atomic<UInt64>(0)
    let connections = Atomic<Int>(0)
    let turnCount = Atomic<UInt64>(0)
    let published = Mutex(Census())

    init(orders: Mailbox<Order>) { self.orders = orders }

    /// Nanoseconds of the monotonic clock at the loop's last turn; it turns once a second at least.
    /// A watchdog that sees it stand still for ten seconds ends the process.
    public var lastBeat: UInt64 { beat.load(ordering: .relaxed) }

    /// Connections of all kinds, as of the end of the loop's last turn.
    public var connectionCount: Int { connections.load(ordering: .relaxed) }

    /// How often the loop has turned: a number that runs away while nothing happens shows a loop in circles.
    public var turns: UInt64 { turnCount.load(ordering: .relaxed) }

    /// What the loop has counted, as of about a second ago at most.
    public var census: Census { published.withLock { $0 } }

    /// Nobody gets in any more; who is in stays.
    public func stopAccepting() { orders.post(.stopAccepting) }

    /// Ends the loop in order: nobody gets in, every client is sent what waits for it and 1001, requests are
    /// answered; `run()` returns when all are gone or the time is over, whatever is first.
    public func stop(drainWithin duration: Duration = .seconds(5)) {
        orders.post(.stop(drainWithin: duration))
    }

    /// Reads certificate and key again. New connections get them; if they are unusable the old ones stay.
    /// - Parameter completion: called on the loop's thread, after a handshake has proved the new certificate.
    public func reloadCertificate(
        _ completion: @escaping @Sendable (Result<Void, CertificateError>) -> Void = { _ in }
    ) {
        if !orders.post(.reloadCertificate(completion)) { completion(.failure(.notConfigured)) }
    }

    /// Replaces the static files for all requests to come.
    public func serve(_ files: StaticFiles) { orders.post(.serve(files)) }
}
