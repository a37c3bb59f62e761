import CLibWebSockets
import Glibc

/// What a context points at for as long as it lives.
@safe final class CMemory {
    let beat = UnsafeMutablePointer<clws_beat>.allocate(capacity: 1)
    let loops = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: 1)
    private var blocks: [UnsafeMutableRawPointer] = unsafe []

    init() {
        unsafe beat.initialize(to: clws_beat())
    }

    deinit {
        while let block = unsafe blocks.popLast() { unsafe free(block) }
        unsafe beat.deallocate()
        unsafe loops.deallocate()
    }

    func string(_ text: String) -> UnsafePointer<CChar>? {
        guard let copy = unsafe strdup(text) else { return nil }
        unsafe blocks.append(UnsafeMutableRawPointer(copy))
        return unsafe UnsafePointer(copy)
    }

    /// The first is what HTTP and upgrades without a subprotocol get; its name cannot be asked for.
    func protocols(_ subprotocol: String) -> UnsafeMutablePointer<lws_protocols> {
        let protocols = unsafe block(of: lws_protocols.self, count: 3)
        for (index, name) in ["-", subprotocol].enumerated() {
            unsafe protocols[index].name = unsafe string(name)
            unsafe protocols[index].callback = lwsCallback
            // Pieces a message arrives in; each connection keeps such a buffer.
            unsafe protocols[index].rx_buffer_size = 1024
            unsafe protocols[index].tx_packet_size = 256 * 1024
        }
        return unsafe protocols
    }

    /// One, and the empty one that ends the list.
    func clientProtocols(_ subprotocol: String) -> UnsafeMutablePointer<lws_protocols> {
        let protocols = unsafe block(of: lws_protocols.self, count: 2)
        unsafe protocols[0].name = unsafe string(subprotocol)
        unsafe protocols[0].callback = lwsClientCallback
        unsafe protocols[0].rx_buffer_size = 16 * 1024
        return unsafe protocols
    }

    /// For a client, which has one connection.
    func idlePolicy(ping: UInt16, hangUp: UInt16) -> UnsafePointer<lws_retry_bo_t> {
        let policy = unsafe block(of: lws_retry_bo_t.self, count: 1)
        unsafe policy.pointee.secs_since_valid_ping = ping
        // libwebsockets asserts it.
        unsafe policy.pointee.secs_since_valid_hangup = max(hangUp, ping + 1)
        return unsafe UnsafePointer(policy)
    }

    /// No pings and no hanging up: libwebsockets keeps a sorted list of all connections for them, and with ten
    /// thousand of the same age the loop stands still for up to a second each time they are due.
    func noIdlePolicy() -> UnsafePointer<lws_retry_bo_t> {
        unsafe UnsafePointer(block(of: lws_retry_bo_t.self, count: 1))
    }

    /// For the few answers that libwebsockets gives before it asks us.
    func headers(_ headers: [HTTPHeader]) -> UnsafePointer<lws_protocol_vhost_options> {
        let options = unsafe block(of: lws_protocol_vhost_options.self, count: headers.count)
        for (index, header) in headers.enumerated() {
            unsafe options[index].name = unsafe string("\(header.name):")
            unsafe options[index].value = unsafe string(header.value)
            if index + 1 < headers.count {
                unsafe options[index].next = unsafe UnsafePointer(options + index + 1)
            }
        }
        return unsafe UnsafePointer(options)
    }

    private func block<Element>(of type: Element.Type, count: Int) -> UnsafeMutablePointer<Element> {
        let size = MemoryLayout<Element>.stride * max(count, 1)
        guard let memory = unsafe calloc(1, size) else { fatalError("out of memory") }
        unsafe blocks.append(memory)
        return unsafe memory.bindMemory(to: type, capacity: max(count, 1))
    }
}
