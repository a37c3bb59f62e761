import CLibWebSockets

/// The ways a body may be coded (RFC 9110 §8.4.1, RFC 7932).
enum ContentCoding: Sendable, Equatable {
    case identity, gzip, brotli

    /// As Content-Encoding and Accept-Encoding say it.
    var name: String? {
        switch self {
        case .identity: nil
        case .gzip: "gzip"
        case .brotli: "br"
        }
    }

    /// At the highest level: it is done once. nil if it fails.
    func compress(_ bytes: [UInt8]) -> [UInt8]? {
        switch self {
        case .identity: bytes
        case .gzip: Self.gzip(bytes)
        case .brotli: Self.brotli(bytes)
        }
    }

    /// (`deflate`)
    private static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = unsafe z_stream()
        guard unsafe clws_gzip_init(&stream) == Z_OK else { return nil }
        defer { unsafe deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(unsafe deflateBound(&stream, UInt(bytes.count))))
        let done = unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe output.withUnsafeMutableBufferPointer { output in
                unsafe stream.next_in = input.baseAddress
                unsafe stream.avail_in = UInt32(input.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(output.count)
                return unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
        }
        return done ? Array(output[..<Int(unsafe stream.total_out)]) : nil
    }

    /// (`BrotliEncoderCompress`)
    private static func brotli(_ bytes: [UInt8]) -> [UInt8]? {
        var count = BrotliEncoderMaxCompressedSize(bytes.count)
        guard count > 0 else { return nil }
        var output = [UInt8](repeating: 0, count: count)
        let done = unsafe BrotliEncoderCompress(
            11, 22, BROTLI_MODE_TEXT, bytes.count, bytes, &count, &output)
        return done != 0 ? Array(output[..<count]) : nil
    }
}

/// What a client takes (RFC 9110 §12.5.3).
struct AcceptedCodings: Equatable {
    private var refused: Set<String> = []
    private var accepted: Set<String> = []

    init(_ header: String?) {
        for element in (header ?? "").lowercased().split(separator: ",") {
            let parts = element.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
            guard let name = parts.first, !name.isEmpty else { continue }
            let weight =
                parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > 0 { accepted.insert(name) } else { refused.insert(name) }
        }
    }

    func contains(_ coding: ContentCoding) -> Bool {
        guard let name = coding.name else { return !refused.contains("identity") }
        return accepted.contains(name) || accepted.contains("*") && !refused.contains(name)
    }
}
