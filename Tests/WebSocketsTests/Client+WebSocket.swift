import Testing

extension Client {
    /// A connection that is open.
    static func open(_ port: Int, receiveBuffer: Int32? = nil, headers: String = "") throws -> Client {
        let client = try Client(port, receiveBuffer: receiveBuffer)
        let response = try client.upgrade(more: headers)
        guard response.status == 101 else { throw Broken(reason: "status \(response.status)") }
        return client
    }

    /// Asks for an upgrade; `nil` leaves a header out.
    func upgrade(
        method: String = "GET", path: String = "/ws", host: String? = nil, origin: String? = nil,
        version: String? = "13", subprotocol: String? = "greenroom.v1", upgrade: String = "websocket",
        more: String = ""
    ) throws -> Response {
        var request = "\(method) \(path) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\n"
        request +=
            "Connection: Upgrade\r\nUpgrade: \(upgrade)\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        if let origin { request += "Origin: \(origin)\r\n" }
        if let version { request += "Sec-WebSocket-Version: \(version)\r\n" }
        if let subprotocol { request += "Sec-WebSocket-Protocol: \(subprotocol)\r\n" }
        send(request + more + "\r\n")
        return try response()
    }

    @discardableResult
    func send(_ text: String, opcode: UInt8) -> Bool { sendFrame(opcode, Array(text.utf8)) }

    @discardableResult
    func sendFrame(_ opcode: UInt8, _ payload: [UInt8], isFinal: Bool = true) -> Bool {
        let mask: [UInt8] = [1, 2, 3, 4]
        var frame: [UInt8] = [(isFinal ? 0x80 : 0) | opcode]
        switch payload.count {
        case ..<126: frame.append(0x80 | UInt8(payload.count))
        case ..<65536: frame += [0x80 | 126, UInt8(payload.count >> 8), UInt8(payload.count & 0xff)]
        default: frame += [0x80 | 127] + (0..<8).reversed().map { UInt8(payload.count >> ($0 * 8) & 0xff) }
        }
        return send(frame + mask + payload.enumerated().map { $1 ^ mask[$0 % 4] })
    }

    /// nil at the end of the connection.
    func frame() throws -> Frame? {
        guard let first = try byte() else { return nil }
        let second = try bytes(1)[0]
        var length = Int(second & 0x7f)
        if length == 126 { length = try bytes(2).reduce(0) { $0 << 8 | Int($1) } }
        if length == 127 { length = try bytes(8).reduce(0) { $0 << 8 | Int($1) } }
        return Frame(opcode: first & 0x0f, payload: try bytes(length), isFinal: first & 0x80 != 0)
    }

    /// Frames up to the closing one, and that the connection ends after it.
    func closingFrame() throws -> Frame? {
        while let frame = try frame() {
            guard frame.opcode == 8 else { continue }
            sendFrame(8, Array(frame.payload.prefix(2)))
            _ = try rest()
            return frame
        }
        return nil
    }
}
