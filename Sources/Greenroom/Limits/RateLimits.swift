import WebSockets

/// Who has asked for how much of late. Confined to a loop; what it holds is bounded.
struct RateLimits {
    /// Who asks.
    struct Asker: Hashable {
        var connection: ConnectionID
        /// Digest of the visitor's secret.
        var visitor: String?
        /// `nil` for this machine: whoever is behind it is not known.
        var address: String?
    }

    /// What a request takes.
    struct Cost: Hashable {
        var kind: RequestLimits.Kind
        var amount: Int

        init(_ kind: RequestLimits.Kind, _ amount: Int = 1) {
            (self.kind, self.amount) = (kind, amount)
        }
    }

    /// The limit that a request met.
    struct Hit: Hashable {
        var kind: RequestLimits.Kind
        var scope: RequestLimits.Scope
        /// Seconds until it may be asked again, at least one.
        var retryAfter: Int
    }

    fileprivate enum Account: Hashable {
        case connection(ConnectionID)
        case visitor(String)
        case address(String)

        var scope: RequestLimits.Scope {
            switch self {
            case .connection: .connection
            case .visitor: .visitor
            case .address: .address
            }
        }
    }

    let limits: RequestLimits
    private var accounts: [Account: [RequestLimits.Kind: TokenBucket]] = [:]
    /// Accounts that are as good as new are forgotten when there are that many; if too few are, all are: whoever has so
    /// many addresses and visitors is held by none of them, and their connections are limited all the same.
    private let mostAccounts: Int

    init(_ limits: RequestLimits, mostAccounts: Int = 50_000) {
        self.limits = limits
        self.mostAccounts = mostAccounts
    }

    var count: Int { accounts.count }

    /// Takes what a request costs, or says which limit it meets. The narrowest account comes first, so that nobody uses
    /// up others' share with what they are refused themselves.
    ///
    /// - Parameter now: nanoseconds by a clock that never jumps.
    mutating func take(_ costs: [Cost], by asker: Asker, at now: UInt64) -> Hit? {
        for cost in costs {
            for account in asker.accounts {
                if let hit = take(cost, from: account, at: now) { return hit }
            }
        }
        return nil
    }

    /// Which limit a request would meet, without taking anything.
    func meets(_ cost: Cost, by asker: Asker, at now: UInt64) -> Hit? {
        for account in asker.accounts {
            guard let rate = limits[cost.kind, account.scope], var bucket = accounts[account]?[cost.kind],
                !bucket.take(min(cost.amount, rate.burst), of: rate, at: now)
            else { continue }
            return Hit(
                kind: cost.kind, scope: account.scope,
                retryAfter: bucket.secondsToWait(rate, for: min(cost.amount, rate.burst)))
        }
        return nil
    }

    /// Whether a connection has asked for anything of a kind, be it refused.
    func hasTaken(_ kind: RequestLimits.Kind, on connection: ConnectionID) -> Bool {
        accounts[.connection(connection)]?[kind] != nil
    }

    /// A connection has gone.
    mutating func forget(_ connection: ConnectionID) {
        accounts[.connection(connection)] = nil
    }

    private mutating func take(_ cost: Cost, from account: Account, at now: UInt64) -> Hit? {
        guard let rate = limits[cost.kind, account.scope] else { return nil }
        if accounts[account] == nil, accounts.count >= mostAccounts { forget(at: now) }
        var bucket = accounts[account]?[cost.kind] ?? TokenBucket(rate, at: now)
        // More than there ever is would be refused for ever.
        let amount = min(cost.amount, rate.burst)
        let isTaken = bucket.take(amount, of: rate, at: now)
        accounts[account, default: [:]][cost.kind] = bucket
        guard !isTaken else { return nil }
        return Hit(
            kind: cost.kind, scope: account.scope, retryAfter: bucket.secondsToWait(rate, for: amount))
    }

    private mutating func forget(at now: UInt64) {
        accounts = accounts.filter { account, buckets in
            buckets.contains { kind, bucket in
                var bucket = bucket
                return limits[kind, account.scope].map { !bucket.isFull($0, at: now) } ?? false
            }
        }
        if accounts.count > mostAccounts / 2 { accounts = [:] }
    }
}

extension RateLimits.Asker {
    fileprivate var accounts: [RateLimits.Account] {
        [.connection(connection)] + (visitor.map { [.visitor($0)] } ?? [])
            + (address.map { [.address($0)] } ?? [])
    }
}
