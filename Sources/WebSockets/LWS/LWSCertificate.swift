import CLibWebSockets

/// Certificates, checked before libwebsockets is let near them: it answers "fine" to a broken file.
enum TLSCertificate {
    /// Whether certificate and key are there and belong together.
    static func check(_ files: TLSFiles) throws(CertificateError) {
        guard let context = unsafe SSL_CTX_new(TLS_server_method()) else { throw .handshakeFailed }
        defer { unsafe SSL_CTX_free(context) }
        unsafe try load(files, into: context)
    }

    /// Puts them into a server's SSL_CTX, for the connections to come. (`SSL_CTX_use_certificate_chain_file`)
    fileprivate static func load(_ files: TLSFiles, into context: OpaquePointer) throws(CertificateError) {
        defer { ERR_clear_error() }
        guard unsafe SSL_CTX_use_certificate_chain_file(context, files.certificate) == 1 else {
            throw .unreadableCertificate(path: files.certificate)
        }
        guard unsafe SSL_CTX_use_PrivateKey_file(context, files.key, SSL_FILETYPE_PEM) == 1 else {
            // OpenSSL refuses a key of the wrong kind here and of the right kind below.
            let matches = ERR_GET_REASON(ERR_peek_last_error()) != X509_R_KEY_VALUES_MISMATCH
            throw matches ? .unreadableKey(path: files.key) : .keyDoesNotMatch
        }
        guard unsafe SSL_CTX_check_private_key(context) == 1 else { throw .keyDoesNotMatch }
    }

    /// The first certificate of the file, as DER.
    fileprivate static func leaf(of path: String) -> [UInt8]? {
        guard let file = unsafe BIO_new_file(path, "r") else { return nil }
        defer { unsafe BIO_free(file) }
        guard let certificate = unsafe PEM_read_bio_X509(file, nil, nil, nil) else { return nil }
        defer { unsafe X509_free(certificate) }
        return unsafe der(certificate)
    }

    /// Shakes hands with a server's context in memory and returns the certificate that it shows.
    fileprivate static func probe(_ server: OpaquePointer) -> [UInt8]? {
        guard let trusting = unsafe SSL_CTX_new(TLS_client_method()) else { return nil }
        defer { unsafe SSL_CTX_free(trusting) }
        guard let near = unsafe SSL_new(server), let far = unsafe SSL_new(trusting) else { return nil }
        defer { unsafe SSL_free(near); unsafe SSL_free(far) }
        guard let there = unsafe clws_memory_bio(), let back = unsafe clws_memory_bio() else { return nil }
        unsafe BIO_up_ref(there)
        unsafe BIO_up_ref(back)
        unsafe SSL_set_bio(near, there, back)
        unsafe SSL_set_bio(far, back, there)
        unsafe SSL_set_accept_state(near)
        unsafe SSL_set_connect_state(far)
        // TLS 1.3 takes two rounds, 1.2 three.
        for _ in 0..<8 where unsafe SSL_is_init_finished(far) & SSL_is_init_finished(near) == 0 {
            _ = unsafe SSL_do_handshake(far)
            _ = unsafe SSL_do_handshake(near)
        }
        ERR_clear_error()
        guard unsafe SSL_is_init_finished(far) == 1, let shown = unsafe SSL_get1_peer_certificate(far) else {
            return nil
        }
        defer { unsafe X509_free(shown) }
        return unsafe der(shown)
    }

    private static func der(_ certificate: OpaquePointer) -> [UInt8]? {
        let count = unsafe i2d_X509(certificate, nil)
        guard count > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(count))
        unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            var start = buffer.baseAddress
            _ = unsafe i2d_X509(certificate, &start)
        }
        return bytes
    }
}

extension Engine {
    /// Gives the context's SSL_CTX the certificate, and proves it by a handshake.
    func install(_ files: TLSFiles) throws(CertificateError) {
        guard let server = unsafe context.owner.tls else { throw .notConfigured }
        unsafe clws_harden_tls(server)
        unsafe try TLSCertificate.load(files, into: server)
        guard let shown = unsafe TLSCertificate.probe(server),
            shown == TLSCertificate.leaf(of: files.certificate)
        else { throw .handshakeFailed }
    }
}

extension TLSFiles {
    /// Whether certificate and key are there and belong together.
    public func check() throws(CertificateError) { try TLSCertificate.check(self) }
}
