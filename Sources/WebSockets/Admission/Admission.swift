/// Who is connected, how often who connects and asks, and whether one more may.
struct Admission {
    /// What is kept of an address while it counts.
    private struct Account {
        var connections = 0
        var connecting: TokenBucket
        var asking: TokenBucket
    }

    enum Verdict: Equatable {
        case admitted
        /// - Parameter retryAfter: whole seconds.
        case refused(Rejection, retryAfter: Int)
    }

    private let limits: LoopLimits
    private let most: Int
    private var accounts: [String: Account] = [:]
    private(set) var count = 0

    /// Descriptors that are left to the rest of the process: log, store, resolver.
    private static let reserve = 64
    /// Accounts that are as good as new are forgotten when there are that many; if they are not, so are all:
    /// nobody who has so many addresses is held by their limits.
    private static let mostAccounts = 50_000

    init(_ limits: LoopLimits, descriptors: Int) {
        let room = max(1, descriptors - Self.reserve)
        self.limits = limits
        most = min(limits.connections ?? room, room)
    }

    var isEmpty: Bool { count == 0 }

    /// Counts a connection of an address that is not known yet, or that many share.
    mutating func admitAnyone() -> Verdict {
        guard count < most else { return .refused(.connections, retryAfter: 5) }
        count += 1
        return .admitted
    }

    mutating func dismissAnyone() { count -= 1 }

    /// Counts a connection for an address.
    mutating func admit(_ address: PeerAddress, at now: UInt64) -> Verdict {
        guard counts(address) else { return .admitted }
        var account = account(of: address, at: now)
        defer { accounts[address.group] = account }
        guard account.connecting.take(of: limits.connectRate, at: now) else {
            return .refused(
                .connectRate, retryAfter: account.connecting.secondsToWait(limits.connectRate))
        }
        guard account.connections < limits.connectionsPerAddress else {
            return .refused(.connectionsOfAddress, retryAfter: 10)
        }
        account.connections += 1
        return .admitted
    }

    /// Counts a request.
    mutating func asks(_ address: PeerAddress, at now: UInt64) -> Verdict {
        guard counts(address) else { return .admitted }
        var account = account(of: address, at: now)
        defer { accounts[address.group] = account }
        guard account.asking.take(of: limits.requestRate, at: now) else {
            return .refused(.requestRate, retryAfter: account.asking.secondsToWait(limits.requestRate))
        }
        return .admitted
    }

    /// A connection that was admitted for an address has gone.
    mutating func dismiss(_ address: PeerAddress) {
        guard counts(address) else { return }
        guard let number = accounts[address.group]?.connections, number > 0 else { return }
        accounts[address.group]?.connections = number - 1
    }

    private func counts(_ address: PeerAddress) -> Bool { limits.countsLoopback || !address.isLoopback }

    private mutating func account(of address: PeerAddress, at now: UInt64) -> Account {
        if let account = accounts[address.group] { return account }
        if accounts.count >= Self.mostAccounts { forget(at: now) }
        return Account(
            connecting: TokenBucket(limits.connectRate, at: now),
            asking: TokenBucket(limits.requestRate, at: now))
    }

    private mutating func forget(at now: UInt64) {
        accounts = accounts.filter { _, account in
            var account = account
            return account.connections > 0 || !account.connecting.isFull(limits.connectRate, at: now)
                || !account.asking.isFull(limits.requestRate, at: now)
        }
        guard accounts.count >= Self.mostAccounts else { return }
        accounts = accounts.filter { $0.value.connections > 0 }
    }
}
