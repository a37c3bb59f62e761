import Synchronization
import Transcripts
import WebSockets

/// A file that is made while it is sent.
final class Download: Sendable {
    let headers: [HTTPHeader]
    let visitor: String
    private let zip: Mutex<ZipExport>

    /// Made at once, in bytes and in time; then others have their turn.
    private static let (piece, patience) = (64 * 1024, Duration.milliseconds(50))

    init(_ zip: sending ZipExport, of visitor: String, headers: [HTTPHeader]) {
        (self.visitor, self.headers) = (visitor, headers)
        self.zip = Mutex(zip)
    }

    /// The next bytes, maybe none yet; `nil` where the file is whole. Waits for the disk.
    func next() throws(StoreError) -> [UInt8]? {
        do {
            return try zip.withLock { zip in
                let began = ContinuousClock.now
                var bytes: [UInt8] = []
                repeat {
                    guard let more = try zip.next() else { return bytes.isEmpty ? nil : bytes }
                    bytes += more
                } while bytes.count < Self.piece && ContinuousClock.now - began < Self.patience
                return bytes
            }
        } catch {
            throw error as? StoreError ?? .corrupt
        }
    }
}
