import CLibWebSockets

/// What a file's bytes come to, for its entity tags.
enum ContentHash {
    /// (`SHA256`)
    static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        _ = unsafe SHA256(bytes, bytes.count, &digest)
        return digest
    }
}
