import CZstd

/// Unpacks Zstandard streams, which Anki has used since 2.1.50.
enum Zstandard {
    enum Failure: Error { case tooLarge, corrupt }

    static func unpack(_ packed: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
        guard let stream = unsafe ZSTD_createDStream() else { throw .corrupt }
        defer { unsafe ZSTD_freeDStream(stream) }
        var out: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: ZSTD_DStreamOutSize())
        var isDone = false
        var isBroken = false
        unsafe packed.withUnsafeBytes { source in
            var input = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
            while !isDone, !isBroken, out.count <= limit {
                let written = unsafe chunk.withUnsafeMutableBytes { target in
                    var output = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
                    let before = unsafe input.pos
                    let status = unsafe ZSTD_decompressStream(stream, &output, &input)
                    let isStuck = unsafe output.pos == 0 && input.pos == before
                    isBroken = ZSTD_isError(status) != 0 || (isStuck && status != 0)
                    isDone = status == 0 && (unsafe input.pos == input.size)
                    return unsafe output.pos
                }
                out += chunk[..<written]
            }
        }
        guard out.count <= limit else { throw .tooLarge }
        guard isDone else { throw .corrupt }
        return out
    }
}
