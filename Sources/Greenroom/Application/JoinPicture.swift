import WebSockets

/// The picture of the link by which somebody joins a room: `/qr/kq7m-2xrd.svg`.
enum JoinPicture {
    /// `nil` where the request is for something else. Whether a room has this code is not looked up: the picture says
    /// nothing that the address does not.
    static func response(to request: HTTPRequest) -> HTTPResponse? {
        guard request.path.hasPrefix("/qr/"), request.path.hasSuffix(".svg") else { return nil }
        let code = request.path.dropFirst("/qr/".count).dropLast(".svg".count)
        guard isCode(code) else { return nil }
        let link = "\(request.isSecure ? "https" : "http")://\(request.host)/room.html#\(code)"
        return QRCode.svg(of: link).map { svg in
            HTTPResponse(
                status: 200,
                headers: [
                    HTTPHeader("content-type", "image/svg+xml"), HTTPHeader("cache-control", "no-store"),
                ], body: Array(svg.utf8))
        }
    }

    private static func isCode(_ text: Substring) -> Bool {
        (1...16).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
            }
    }
}
