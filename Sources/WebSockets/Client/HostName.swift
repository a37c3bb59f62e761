import Glibc

enum HostName {
    /// Whether the system finds an address for it. (`getaddrinfo`)
    static func isKnown(_ name: String) -> Bool {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(name, nil, &hints, &found) == 0 else { return false }
        unsafe freeaddrinfo(found)
        return true
    }
}
