extension Client {
    struct Response {
        var status = 0
        var headers: [String: String] = [:]
        var body: [UInt8] = []

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// One request on this connection.
    func get(
        _ path: String, method: String = "GET", host: String? = nil, version: String = "1.1",
        more: String = ""
    ) throws -> Response {
        send("\(method) \(path) HTTP/\(version)\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\n\(more)\r\n")
        return try response(hasBody: method != "HEAD")
    }

    /// A head and the body it announces.
    func response(hasBody: Bool = true) throws -> Response {
        var response = Response()
        let line = try headLine()
        guard line.hasPrefix("HTTP/1."), let status = Int(line.dropFirst(9).prefix(3)) else {
            throw Broken(reason: "no status line: \(line)")
        }
        response.status = status
        while true {
            let line = try headLine()
            if line.isEmpty { break }
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { throw Broken(reason: "no header: \(line)") }
            let name = parts[0].lowercased()
            guard response.headers[name] == nil else { throw Broken(reason: "twice: \(name)") }
            response.headers[name] = String(parts[1].drop { $0 == " " })
        }
        guard hasBody, ![101, 204, 304].contains(status) else { return response }
        if response.headers["transfer-encoding"] == "chunked" {
            while let count = Int(try headLine(), radix: 16) {
                response.body += try bytes(count)
                guard try bytes(2) == [13, 10] else { throw Broken(reason: "chunk without end") }
                if count == 0 { break }
            }
        } else if let length = response.headers["content-length"].flatMap({ Int($0) }) {
            response.body = try bytes(length)
        } else {
            response.body = try rest()
        }
        return response
    }

    private func headLine() throws -> String {
        var line: [UInt8] = []
        while let byte = try byte() {
            if byte == 10, line.last == 13 { return String(decoding: line.dropLast(), as: UTF8.self) }
            line.append(byte)
        }
        throw Broken(reason: "ended in the head")
    }
}
