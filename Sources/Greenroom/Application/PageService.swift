import Interviews
import Pages
import QuestionBank
import Transcripts
import WebSockets

/// Serves pages from threads of its own, so that no loop ever waits for one.
final class PageService: Sendable {
    enum Answer: Sendable {
        case response(HTTPResponse)
        case download(Download)
    }

    private let maker: PageMaker
    private let pool: LogReader
    private let register: BrowserRegister

    /// Pages that are made at the same time, and those that wait for that.
    private static let (threads, capacity) = (2, 256)
    /// Somebody waits for a page, but nobody types into it.
    private static let niceness: CInt = 2
    private static let languageCookie = "greenroom_language"

    init(
        store: any EventStore, library: any LibraryReading, shares: any ShareStore & NoteStore,
        browsers: any BrowserStore, rooms: RoomShelf, register: BrowserRegister, bank: Bank,
        matchers: Matchers
    ) {
        self.register = register
        maker = PageMaker(
            store: store, library: library, shares: shares, browsers: browsers, rooms: rooms, bank: bank,
            matchers: matchers, digest: SeatToken.digest)
        pool = LogReader(
            store: store, threads: Self.threads, capacity: Self.capacity, niceness: Self.niceness)
    }

    /// - Parameter completion: Takes the answer, on any thread.
    /// - Returns: `false` where the request is for something else.
    func take(_ request: HTTPRequest, completion: @escaping @Sendable (Answer) -> Void) -> Bool {
        guard let page = PageMaker.request(path: request.path, parameters: request.parameters) else {
            return false
        }
        let key = VisitorCookie.secret(in: request.cookie).map(SeatToken.digest)
        let asker = Asker(
            visitor: key.map(register.visitor), browser: key,
            language: Self.language(in: request.cookie), acceptedLanguages: request.acceptLanguage)
        let (maker, isSecure, isHead) = (maker, request.isSecure, request.method == .head)
        let now = Timestamp.now
        pool.perform({ _ throws(StoreError) in
            guard page.isZip, let (zip, name) = try maker.zip(page, for: asker, at: now) else {
                let page = maker.page(page, parameters: request.parameters, for: asker, at: now)
                return Answer.response(Self.response(page, isSecure: isSecure))
            }
            var headers = Self.headers(ofFile: name, "application/zip")
            headers.append(HTTPHeader("x-greenroom-count", "\(zip.count)"))
            guard !isHead else { return .response(HTTPResponse(status: 200, headers: headers)) }
            return .download(Download(zip, of: asker.visitor ?? "", headers: headers))
        }) { result in
            switch result {
            case .success(let answer): completion(answer)
            case .failure: completion(.response(Self.busy))
            }
        }
        return true
    }

    /// Makes the next piece of a download.
    func read(_ download: Download, completion: @escaping @Sendable (Result<[UInt8]?, StoreError>) -> Void) {
        pool.perform({ _ throws(StoreError) in try download.next() }, completion)
    }

    /// The bank has changed.
    func use(_ bank: Bank) { maker.use(bank) }

    func stop() { pool.stop() }

    /// What is one visitor's own is kept by nobody on the way.
    private static func response(_ page: Page, isSecure: Bool) -> HTTPResponse {
        var headers =
            page.file.map { self.headers(ofFile: $0.name, $0.mediaType) } ?? [
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

    /// - Parameter name: letters, digits, hyphens and a dot; see ``ExportName``.
    private static func headers(ofFile name: String, _ mediaType: String) -> [HTTPHeader] {
        [
            HTTPHeader("content-type", mediaType),
            HTTPHeader("content-disposition", "attachment; filename=\"\(name)\""),
            HTTPHeader("cache-control", "private, no-store"),
        ]
    }

    static var busy: HTTPResponse {
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
