public import WebSockets

/// How much may be asked for: so much at once, and then so much a second, of each kind for a connection, for a visitor
/// and for an address.
public struct RequestLimits: Sendable, Equatable {
    /// What is limited.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Messages of every type.
        case messages
        /// Interviews and rooms that are opened.
        case opening
        /// Whatever else changes an interview.
        case answering
        /// What the log will keep of it, in bytes.
        case keeping
        /// Documents, in bytes.
        case pasting
        /// Taking a seat, or taking it again, a page of what was missed at a time.
        case resuming
        /// What a visitor practised before: `progress`, `forget`, and whatever is opened by it.
        case history
        /// Codes and passwords of rooms that were wrong, and passes of other browsers, be they wrong or right.
        case guessing
        /// Requests that were refused because of these limits. Who goes on regardless is disconnected.
        case refusals
    }

    /// Who is counted.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        case connection, visitor, address
    }

    private var rates: [Kind: [Scope: Rate]]

    /// - Parameters:
    ///   - connectionsPerAddress: what an address may do grows with the people who may be behind it.
    ///   - factor: multiplies every limit; for measurements.
    public init(connectionsPerAddress: Int = LoopLimits().connectionsPerAddress, factor: Int = 1) {
        let crowd = Double(connectionsPerAddress) / 2000
        rates = Self.table.mapValues { scopes in
            Dictionary(
                uniqueKeysWithValues: scopes.map { scope, rate in
                    (scope, rate.times(Double(factor) * (scope == .address ? max(crowd, 0.05) : 1)))
                })
        }
    }

    /// `nil`: no limit.
    public subscript(kind: Kind, scope: Scope) -> Rate? {
        get { rates[kind]?[scope] }
        set { rates[kind, default: [:]][scope] = newValue }
    }

    /// One who practises never comes near the first two columns; the third is made for 500 people in a lecture hall
    /// who do everything in the same second.
    private static let table: [Kind: [Scope: Rate]] = [
        .messages: row((300, 100), (600, 200), (20_000, 2000)),
        .opening: row((20, 1), (40, 1), (1000, 10)),
        .answering: row((60, 10), (120, 20), (5000, 500)),
        .keeping: row(
            (256 * kilobyte, 8 * kilobyte), (384 * kilobyte, 12 * kilobyte), (3 * megabyte, 24 * kilobyte)),
        .pasting: row(
            (5 * megabyte, 64 * kilobyte), (8 * megabyte, 128 * kilobyte), (64 * megabyte, megabyte)),
        .resuming: row((200, 20), (400, 40), (8000, 500)),
        .history: row((20, 1), (40, 2), (2000, 50)),
        .guessing: row((8, 1), (16, 1), (500, 5)),
        .refusals: [.connection: Rate(burst: 300, perSecond: 5)],
    ]

    private static let kilobyte = 1024
    private static let megabyte = 1024 * kilobyte

    private static func row(
        _ connection: (Int, Int), _ visitor: (Int, Int), _ address: (Int, Int)
    ) -> [Scope: Rate] {
        [
            .connection: Rate(burst: connection.0, perSecond: connection.1),
            .visitor: Rate(burst: visitor.0, perSecond: visitor.1),
            .address: Rate(burst: address.0, perSecond: address.1),
        ]
    }
}

extension Rate {
    fileprivate func times(_ factor: Double) -> Rate {
        func scaled(_ number: Int) -> Int { Int(min(max((Double(number) * factor).rounded(), 1), 1e9)) }
        return Rate(burst: scaled(burst), perSecond: scaled(perSecond))
    }
}
