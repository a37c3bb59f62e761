import CLibWebSockets
import Glibc

extension LWSSocket {
    /// What has come and is not read yet, under TLS of the present record; nil: nothing, or only TLS' own business.
    /// (`recv`, MSG_PEEK; `SSL_peek`)
    func peek(_ buffer: inout [UInt8]) -> ArraySlice<UInt8>? {
        let count: Int
        if let ssl = unsafe lws_get_ssl(wsi) {
            guard unsafe SSL_is_init_finished(ssl) != 0 else { return nil }
            ERR_clear_error()
            count = Int(unsafe SSL_peek(ssl, &buffer, CInt(clamping: buffer.count)))
        } else {
            count = unsafe recv(descriptor, &buffer, buffer.count, CInt(MSG_PEEK | MSG_DONTWAIT))
        }
        return count > 0 ? buffer[..<count] : nil
    }

    var isSecure: Bool { unsafe lws_get_ssl(wsi) != nil }

    func wake(from bytes: Int) { wakeLoop(by: descriptor, from: bytes) }

    /// Takes what has come out of the system, so that nobody reads it and closing does not take our last word with it.
    func drop(_ buffer: inout [UInt8]) {
        for _ in 0..<16 { guard read(&buffer) > 0 else { return } }
    }

    /// Says that nothing more will be said or heard: libwebsockets closes as soon as it reads. Its own killing waits
    /// for a moment without events, which one that is to be written to and not read from keeps away. (`shutdown`)
    func end() {
        if let ssl = unsafe lws_get_ssl(wsi) {
            ERR_clear_error()
            _ = unsafe SSL_shutdown(ssl)
        }
        _ = shutdown(descriptor, CInt(SHUT_RDWR))
    }

    private func read(_ buffer: inout [UInt8]) -> Int {
        guard let ssl = unsafe lws_get_ssl(wsi) else {
            return unsafe recv(descriptor, &buffer, buffer.count, CInt(MSG_DONTWAIT))
        }
        ERR_clear_error()
        return Int(unsafe SSL_read(ssl, &buffer, CInt(clamping: buffer.count)))
    }
}
