import Interviews
import QuestionBank
public import Transcripts

/// What a page answers.
public struct Page: Hashable, Sendable {
    public var status: Int
    public var body: String
    /// The language that was chosen in the address, for a cookie.
    public var chosenLanguage: String?
    /// Where the page is instead.
    public var location: String?
}

/// Who asks for a page, in which language.
public struct Asker: Hashable, Sendable {
    /// Digest of the visitor's secret.
    public var visitor: String?
    /// As it was chosen before.
    public var language: String?
    /// The header `Accept-Language`.
    public var acceptedLanguages: String?

    public init(visitor: String?, language: String?, acceptedLanguages: String?) {
        (self.visitor, self.language, self.acceptedLanguages) = (visitor, language, acceptedLanguages)
    }
}

/// Makes pages from the log and the library. Waits for the disk; may be used by several threads at once.
public final class PageMaker: Sendable {
    private let store: any EventStore
    private let library: any Library
    private let models = ModelAnswers()

    public init(store: any EventStore, library: any Library) {
        (self.store, self.library) = (store, library)
    }

    /// - Parameters:
    ///   - path: as it was asked for, with what the address says behind it.
    ///   - parameters: decoded.
    /// - Returns: `nil` where the address is none of a page's.
    public static func request(path: String, parameters: [String: String]) -> PageRequest? {
        PageRequest(path: path, parameters: parameters)
    }

    /// Unknown and forbidden are the same page.
    public func page(_ request: PageRequest, parameters: [String: String], for asker: Asker) -> Page {
        let chosen = Languages.all.map(\.code).first { $0 == parameters["lang"] }
        let texts = Languages.texts(chosen: chosen ?? asker.language, accepted: asker.acceptedLanguages)
        let layout = Layout(texts: texts, depth: request.depth, here: request.here)
        var page: Page
        do throws(StoreError) {
            page =
                try make(request, layout, asker)
                ?? Page(status: 404, body: PlainPage(layout: layout).html(texts.nothingHere))
        } catch {
            page = Page(status: 503, body: PlainPage(layout: layout).html(texts.busy))
        }
        page.chosenLanguage = chosen
        return page
    }

    private func make(
        _ request: PageRequest, _ layout: Layout, _ asker: Asker
    ) throws(StoreError) -> Page? {
        switch request {
        case .transcripts(let query, let typed):
            return Page(status: 200, body: try list(query, typed: typed, layout, asker).html())
        case .topics:
            let facets = try asker.visitor.map { visitor throws(StoreError) in try library.facets(of: visitor)
            }
            return Page(status: 200, body: TopicsPage(layout: layout, topics: facets?.topics ?? []).html())
        case .topic(let id):
            guard let visitor = asker.visitor, let trend = try library.trend(of: id, of: visitor) else {
                return nil
            }
            return Page(status: 200, body: TopicPage(layout: layout, trend: trend).html())
        case .transcript(let interview, let seat, let isForPaper):
            guard let (reading, scope) = try read(interview, asker) else { return nil }
            return transcript(reading, scope, seat, isForPaper: isForPaper, layout)
        case .room(let interview):
            guard let (reading, scope) = try read(interview, asker), case .room = scope else { return nil }
            return Page(status: 200, body: RoomPage(layout: layout, reading: reading).html())
        }
    }

    private func read(_ id: InterviewID, _ asker: Asker) throws(StoreError) -> (Reading, Scope)? {
        guard let visitor = asker.visitor else { return nil }
        guard let reading = Reading(try store.events(of: id)),
            let scope = Scope.of(reading.interview, for: .visitor(visitor))
        else { return nil }
        return (reading, scope)
    }

    private func transcript(
        _ reading: Reading, _ scope: Scope, _ named: SeatID?, isForPaper: Bool, _ layout: Layout
    ) -> Page? {
        let own: SeatID? = if case .seat(let seat, _) = scope { seat } else { nil }
        guard let seat = named ?? own else {
            // Of a room that one hosts there is more than one.
            return Page(status: 303, body: "", location: "/" + Address.room(reading.interview.id))
        }
        guard let reader = scope.reader(of: seat), reading.interview.seats[seat]?.role == .candidate,
            let transcript = reading.transcript(of: seat, for: Transcript.Reader(reader))
        else { return nil }
        let name = reader == .host ? transcript.name?.text ?? seat.text : nil
        let page = TranscriptPage(
            layout: layout, transcript: transcript, name: name, isForPaper: isForPaper, models: models)
        return Page(status: 200, body: page.html())
    }

    private func list(
        _ query: TranscriptQuery, typed: String, _ layout: Layout, _ asker: Asker
    ) throws(StoreError) -> TranscriptsPage {
        guard let visitor = asker.visitor else {
            return TranscriptsPage(
                layout: layout, query: query, typed: typed, facets: LibraryFacets(topics: [], banks: []),
                found: .entries(TranscriptList(entries: [], count: 0)), trend: nil)
        }
        let found: TranscriptsPage.Found =
            query.seeksPassages
            ? .passages(try library.search(query, of: visitor))
            : .entries(try library.list(query, of: visitor))
        let trend = try query.topic.flatMap { topic throws(StoreError) in
            try library.trend(of: topic, of: visitor)
        }
        return TranscriptsPage(
            layout: layout, query: query, typed: typed, facets: try library.facets(of: visitor), found: found,
            trend: trend)
    }
}

extension Transcript.Reader {
    init(_ reader: Scope.Reader) {
        self =
            switch reader {
            case .owner: .owner
            case .guest: .guest
            case .host: .host
            }
    }
}

extension PageRequest {
    /// The address once more, without a language, from where the page is.
    var here: String {
        let address: String =
            switch self {
            case .transcripts(let query, let typed):
                Address.transcripts(query, typed: typed, page: query.page)
            case .transcript(let interview, let seat, let isForPaper):
                Address.transcript(interview, seat) + (isForPaper ? "?view=print" : "")
            case .room(let interview): Address.room(interview)
            case .topics: "topics"
            case .topic(let id): Address.topic(id)
            }
        return String(repeating: "../", count: depth) + address
    }
}
