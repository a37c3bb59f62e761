import Glibc
import Synchronization

/// Lends connections, and makes new ones where none is idle.
final class PostgreSQLPool: Sendable {
    private struct State {
        var idle: [PostgreSQLConnection] = []
        var isClosed = false
    }

    private let address: PostgreSQLAddress
    private let state = Mutex(State())
    private static let maximumIdle = 8

    init(_ address: PostgreSQLAddress) {
        self.address = address
    }

    /// - Parameter patience: How long a server that does not answer is asked again.
    func take(patience: Duration) throws(StoreError) -> PostgreSQLConnection {
        let end = ContinuousClock.now + patience
        while true {
            let idle = try state.withLock { state throws(StoreError) in
                if state.isClosed { throw .stopped }
                return state.idle.popLast()
            }
            if let idle { return idle }
            do {
                return try connect()
            } catch {
                guard case .unavailable = error, ContinuousClock.now < end else { throw error }
                // Nobody tells when a server is back.
                usleep(50_000)
            }
        }
    }

    /// Takes a connection back. One that was lost takes the idle ones along: they come from the same server.
    func giveBack(_ connection: PostgreSQLConnection) {
        let isLost = connection.isLost
        state.withLock { state in
            if isLost {
                state.idle = []
            } else if !state.isClosed, state.idle.count < Self.maximumIdle {
                state.idle.append(connection)
            }
        }
    }

    func close() {
        state.withLock { $0 = State(idle: [], isClosed: true) }
    }

    private func connect() throws(StoreError) -> PostgreSQLConnection {
        do {
            let connection = try PostgreSQLConnection(address)
            try connection.run([
                PostgreSQLCall("SET statement_timeout = '6s'"), PostgreSQLCall("SET lock_timeout = '4s'"),
                PostgreSQLCall("SET idle_in_transaction_session_timeout = '10s'"),
            ])
            for setting in ["fsync", "full_page_writes", "synchronous_commit"] {
                guard try connection.run("SHOW \(setting)").first != "off" else {
                    throw StoreError.notDurable(setting: "\(setting)=on")
                }
            }
            return connection
        } catch {
            if let error = error as? StoreError { throw error }
            throw (error as? PostgreSQLError).map { StoreError($0) } ?? StoreError(error)
        }
    }
}
