import CZlib

/// Packs bytes as zip files hold them.
@safe
final class Deflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private(set) var checksum: UInt32

    init() throws(ZipWriter.Failure) {
        unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        checksum = 0
        guard unsafe greenroom_deflate_init_raw(stream) == Z_OK else { throw .notCompressed }
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// - Parameter isLast: nothing follows; returns what is left.
    func deflate(_ bytes: [UInt8], isLast: Bool) throws(ZipWriter.Failure) -> [UInt8] {
        var input = bytes
        var out: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 15)
        let (stream, size) = unsafe (stream, UInt32(1 << 15))
        var (status, sum) = (Z_OK, UInt(checksum))
        unsafe input.withUnsafeMutableBufferPointer { source in
            let count = UInt32(source.count)
            unsafe sum = crc32(sum, source.baseAddress, count)
            unsafe stream.pointee.next_in = source.baseAddress
            unsafe stream.pointee.avail_in = count
            repeat {
                let written = unsafe chunk.withUnsafeMutableBufferPointer { target in
                    unsafe stream.pointee.next_out = target.baseAddress
                    unsafe stream.pointee.avail_out = size
                    status = unsafe greenroom_deflate(stream, isLast ? 1 : 0)
                    return Int(size - (unsafe stream.pointee.avail_out))
                }
                out += chunk[..<written]
            } while status == Z_OK && (unsafe stream.pointee.avail_out) == 0
        }
        if !bytes.isEmpty { checksum = UInt32(truncatingIfNeeded: sum) }
        guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { throw .notCompressed }
        return out
    }
}
