import Pages
import Transcripts
import WebSockets

/// Serves pages from threads of its own, so that no loop ever waits for one.
final class PageService: Sendable {
    private let maker: PageMaker
    private let pool: LogReader

    /// Pages that are made at the same time, and those that wait for that.
    private static let (threads, capacity) = (2, 256)
    private static let languageCookie = "greenroom_language"

    init(store: any EventStore, library: any Library) {
        maker = PageMaker(store: store, library: library)
        pool = LogReader(store: store, threads: Self.threads, capacity: Self.capacity)
    }

    /// - Parameter completion: Takes the answer, on any thread.
    /// - Returns: `false` where the request is for something else.
    func take(_ request: HTTPRequest, completion: @escaping @Sendable (HTTPResponse) -> Void) -> Bool {
        guard let page = PageMaker.request(path: request.path, parameters: request.parameters) else {
            return false
        }
        let asker = Asker(
            visitor: VisitorCookie.secret(in: request.cookie).map(SeatToken.digest),
            language: Self.language(in: request.cookie), acceptedLanguages: request.acceptLanguage)
        let (maker, isSecure) = (maker, request.isSecure)
        pool.perform({ _ throws(StoreError) in
            maker.page(page, parameters: request.parameters, for: asker)
        }) { result in
            switch result {
            case .success(let page): completion(Self.response(page, isSecure: isSecure))
            case .failure: completion(Self.busy)
            }
        }
        return true
    }

    func stop() { pool.stop() }

    /// What is one visitor's own is kept by nobody on the way.
    private static func response(_ page: Page, isSecure: Bool) -> HTTPResponse {
        var headers = [
            HTTPHeader("content-type", "text/html; charset=utf-8"),
            HTTPHeader("cache-control", "private, no-store"),
        ]
        if let location = page.location { headers.append(HTTPHeader("location", location)) }
        if page.status == 503 { headers.append(HTTPHeader("retry-after", "5")) }
        if let language = page.chosenLanguage {
            let cookie = "\(languageCookie)=\(language); Path=/; Max-Age=34560000; SameSite=Lax"
            headers.append(HTTPHeader("set-cookie", cookie + (isSecure ? "; Secure" : "")))
        }
        return HTTPResponse(status: page.status, headers: headers, body: Array(page.body.utf8))
    }

    private static var busy: HTTPResponse {
        var response = HTTPResponse.text(
            "Too much is being read just now. Try again in a moment.\n", status: 503)
        response.headers.append(HTTPHeader("retry-after", "5"))
        return response
    }

    private static func language(in cookie: String?) -> String? {
        for part in cookie?.split(separator: ";") ?? [] {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].drop(while: { $0 == " " }) == languageCookie else { continue }
            return String(pair[1].prefix(8))
        }
        return nil
    }
}
