/// An answer to a request. The security headers, Content-Length and Connection are added by the loop.
public struct HTTPResponse: Sendable, Equatable {
    /// 200–599.
    public var status: Int
    /// A header of the same name as a security header replaces it.
    public var headers: [HTTPHeader]
    /// Not sent to HEAD, nor with 204 and 304.
    public var body: [UInt8]

    public init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A short plain text.
    public static func text(_ text: String, status: Int = 200) -> HTTPResponse {
        HTTPResponse(
            status: status,
            headers: [
                HTTPHeader("content-type", "text/plain; charset=utf-8"),
                HTTPHeader("cache-control", "no-store"),
            ],
            body: Array(text.utf8))
    }

    /// The reason phrase as a plain text.
    static func refusal(_ status: Int) -> HTTPResponse {
        var response = text("\(status) \(reasonPhrase(status))\n", status: status)
        if status == 405 { response.headers.append(HTTPHeader("allow", "GET, HEAD")) }
        return response
    }

    static func reasonPhrase(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 204: "No Content"
        case 206: "Partial Content"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 303: "See Other"
        case 304: "Not Modified"
        case 307: "Temporary Redirect"
        case 308: "Permanent Redirect"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 408: "Request Timeout"
        case 410: "Gone"
        case 413: "Content Too Large"
        case 421: "Misdirected Request"
        case 426: "Upgrade Required"
        case 431: "Request Header Fields Too Large"
        case 429: "Too Many Requests"
        case 500: "Internal Server Error"
        case 503: "Service Unavailable"
        default: "Status"
        }
    }
}

/// One line of a head. Names are compared without regard to case.
public struct HTTPHeader: Sendable, Equatable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
