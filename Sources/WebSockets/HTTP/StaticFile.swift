/// One file in all the forms it is served in.
struct StaticFile: Sendable {
    private struct Form {
        let coding: ContentCoding
        let bytes: [UInt8]
        let tag: String
    }

    /// The smallest first.
    private let forms: [Form]
    private let type: ContentType

    init(path: String, bytes: [UInt8]) {
        type = ContentType(path: path)
        var forms = [Form(coding: .identity, bytes: bytes, tag: Self.tag(of: bytes))]
        if type.isCompressible {
            for coding in [ContentCoding.gzip, .brotli] {
                guard let compressed = coding.compress(bytes), compressed.count < bytes.count else {
                    continue
                }
                forms.append(Form(coding: coding, bytes: compressed, tag: Self.tag(of: compressed)))
            }
        }
        self.forms = forms.sorted { $0.bytes.count < $1.bytes.count }
    }

    /// A strong tag for each form (RFC 9110 §8.8.3): the forms differ, so do their tags.
    private static func tag(of bytes: [UInt8]) -> String {
        "\"\(ContentHash.sha256(bytes).prefix(12).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())\""
    }

    func answer(ifNoneMatch: String?, acceptEncoding: String?) -> HTTPResponse {
        let accepted = AcceptedCodings(acceptEncoding)
        // `identity` is always there, and whoever forbids it gets it all the same (RFC 9110 §12.5.3 allows
        // that).
        let form = forms.first { accepted.contains($0.coding) } ?? forms[forms.count - 1]
        var headers = [
            HTTPHeader("etag", form.tag),
            // Kept by the browser but asked about each time: a new version shows at the next visit.
            HTTPHeader("cache-control", "no-cache"),
        ]
        if forms.count > 1 { headers.append(HTTPHeader("vary", "accept-encoding")) }
        if let ifNoneMatch, Self.matches(ifNoneMatch, form.tag) {
            return HTTPResponse(status: 304, headers: headers)
        }
        headers.append(HTTPHeader("content-type", type.value))
        if let name = form.coding.name { headers.append(HTTPHeader("content-encoding", name)) }
        return HTTPResponse(status: 200, headers: headers, body: form.bytes)
    }

    /// The weak comparison (RFC 9110 §13.1.2).
    private static func matches(_ list: String, _ tag: String) -> Bool {
        list.split(separator: ",").contains { element in
            let candidate = element.drop { $0 == " " }
            return candidate == "*" || candidate == tag || candidate == "W/\(tag)"
                || candidate.split(separator: " ").first.map { $0 == tag || $0 == "W/\(tag)" } == true
        }
    }
}
