/// Finds out whom a connection is for when proxies stand in front: only they are believed, and only as far as
/// what they themselves saw.
struct ProxyTrust {
    private let proxies: [AddressRange]

    init(_ proxies: [AddressRange]) { self.proxies = proxies }

    func covers(_ address: PeerAddress) -> Bool { proxies.contains { $0.contains(address) } }

    /// The address that counts: from the right, the first that is no proxy of ours. What stands further to the
    /// left was said by that very address, who may have made it up.
    /// - Parameter forwarded: X-Forwarded-For, all of its lines in their order.
    func origin(of peer: PeerAddress, forwarded: String?) -> PeerAddress {
        guard covers(peer), let forwarded else { return peer }
        var origin = peer
        for element in forwarded.split(separator: ",").reversed() {
            // What is no address nobody can be held to: whoever said it is.
            guard let address = PeerAddress(text: element.filter { $0 != " " && $0 != "\t" && $0 != "\"" })
            else { return origin }
            origin = address
            guard covers(address) else { return origin }
        }
        return origin
    }
}
