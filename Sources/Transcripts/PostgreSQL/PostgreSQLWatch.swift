import Dispatch
import Glibc
import Synchronization

/// Hears what other servers commit, by a connection of its own that listens, and tells them what was committed here.
///
/// A transaction that has called NOTIFY takes a lock of the whole cluster when it commits, so those that write the log call
/// none. What was committed is told afterwards, by another connection, for all interviews of the last few milliseconds.
/// What is never told, because a server died between, is found a second later: ``News/look`` comes so often.
final class PostgreSQLWatch: LogWatch {
    private struct State {
        var pending = PostgreSQLNews()
        var isStopped = false
        /// The teller waits, and nobody has woken it.
        var sleeps = false
    }

    private let store: PostgreSQLStore
    private let address: PostgreSQLAddress
    private let news: @Sendable (News) -> Void
    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)
    private let threads = Mutex<[WorkerThread]>([])
    /// Another for every server that is started.
    private let name = String(UInt64.random(in: 0...UInt64.max), radix: 36)

    /// How long it is gathered, in microseconds.
    private static let turn: useconds_t = 2000
    /// Of this log alone, whatever else is in the database.
    private static let channel = "'greenroom_' || md5(current_schema())"

    init(
        _ store: PostgreSQLStore, at address: PostgreSQLAddress, news: @escaping @Sendable (News) -> Void
    ) {
        (self.store, self.address, self.news) = (store, address, news)
        threads.withLock { threads in
            threads = [
                WorkerThread(name: "log teller") { self.tellOn() },
                WorkerThread(name: "log listener") { self.listenOn() },
            ]
        }
    }

    func tell(_ news: News) {
        let sleeps = state.withLock { state in
            state.pending.add(news)
            defer { state.sleeps = false }
            return state.sleeps
        }
        if sleeps { wakeUp.signal() }
    }

    func stop() {
        let sleeps = state.withLock { state in
            state.isStopped = true
            defer { state.sleeps = false }
            return state.sleeps
        }
        if sleeps { wakeUp.signal() }
        for thread in threads.withLock({ $0 }) { thread.join() }
    }

    private var isStopped: Bool { state.withLock { $0.isStopped } }

    private func tellOn() {
        while true {
            let next: PostgreSQLNews? = state.withLock { state in
                if state.isStopped && state.pending.isEmpty { return nil }
                defer { state.pending = PostgreSQLNews() }
                state.sleeps = state.pending.isEmpty
                return state.pending
            }
            guard let next else { return }
            guard !next.isEmpty else {
                wakeUp.wait()
                if !isStopped { usleep(Self.turn) }
                continue
            }
            // What cannot be told is found by those who look.
            try? store.lend(patience: .zero) { connection, _ in
                _ = try connection.run(
                    next.payloads(from: name).map {
                        PostgreSQLCall("SELECT pg_notify(\(Self.channel), $1)", [$0])
                    })
            }
        }
    }

    private func listenOn() {
        while !isStopped {
            do {
                let connection = try PostgreSQLConnection(address)
                let channel = try connection.run("SELECT \(Self.channel)").first ?? ""
                try connection.run("LISTEN \(channel)")
                let isSeen = try Self.showServer(on: connection)
                news(.unknown)
                try listen(on: connection, isSeen)
            } catch {
                // Nobody tells when a server is back.
                for _ in 0..<5 where !isStopped { usleep(50_000) }
            }
        }
    }

    /// Shows others by locks that a server is at work on the log, as long as the connection lasts. Tells whether it
    /// does: who looked for servers in the version before took the same lock for that moment.
    private static func showServer(on connection: PostgreSQLConnection) throws -> Bool {
        let locks = [PostgreSQLStore.sharedByReadersOfPacked, PostgreSQLStore.sharedByServers]
        return try connection.run(locks.map { PostgreSQLCall($0) }).allSatisfy { $0.first == "t" }
    }

    private func listen(on connection: PostgreSQLConnection, _ wasSeen: Bool) throws {
        var (looked, isSeen) = (ContinuousClock.now, wasSeen)
        while !isStopped {
            for payload in try connection.notifications(within: .milliseconds(200)) {
                for one in PostgreSQLNews.news(in: payload, to: name) { news(one) }
            }
            guard ContinuousClock.now - looked >= .seconds(1) else { continue }
            looked = .now
            if !isSeen { isSeen = try Self.showServer(on: connection) }
            news(.look)
        }
    }
}
