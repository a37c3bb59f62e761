/// Who is connected, and whether one more may.
struct Census {
    private let most: Int
    private let mostPerAddress: Int
    private let countsLoopback: Bool
    private var perAddress: [String: Int] = [:]
    private(set) var count = 0

    /// Descriptors that are left to the rest of the process: log, store, resolver.
    private static let reserve = 64

    init(_ limits: LoopLimits, descriptors: Int) {
        let room = max(1, descriptors - Self.reserve)
        most = min(limits.connections ?? room, room)
        mostPerAddress = limits.connectionsPerAddress
        countsLoopback = limits.countsLoopback
    }

    var isEmpty: Bool { count == 0 }

    /// Counts it, if there is room for it.
    mutating func admit(_ address: PeerAddress) -> Bool {
        guard count < most else { return false }
        if countsLoopback || !address.isLoopback {
            guard perAddress[address.group, default: 0] < mostPerAddress else { return false }
            perAddress[address.group, default: 0] += 1
        }
        count += 1
        return true
    }

    mutating func dismiss(_ address: PeerAddress) {
        count -= 1
        guard let number = perAddress[address.group] else { return }
        perAddress[address.group] = number > 1 ? number - 1 : nil
    }
}
