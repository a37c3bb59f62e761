public import Interviews
public import QuestionBank
import Synchronization
public import Transcripts

/// Makes pages from the log and the library. Waits for the disk; may be used by several threads at once.
public final class PageMaker: Sendable {
    let store: any EventStore
    let library: any LibraryReading
    let shares: any ShareStore & NoteStore
    let browsers: any BrowserStore
    let matchers: Matchers
    let models: ModelAnswers
    let rooms: RoomShelf
    let bank: Mutex<Bank>
    private let digest: @Sendable (String) -> String

    /// - Parameter digest: of the secret in a link, as the store knows it.
    public init(
        store: any EventStore, library: any LibraryReading, shares: any ShareStore & NoteStore,
        browsers: any BrowserStore, rooms: RoomShelf, bank: Bank, matchers: Matchers = Matchers(),
        digest: @escaping @Sendable (String) -> String
    ) {
        (self.browsers, self.rooms) = (browsers, rooms)
        (self.store, self.library, self.shares, self.digest) = (store, library, shares, digest)
        self.bank = Mutex(bank)
        self.matchers = matchers
        models = ModelAnswers(matchers)
    }

    /// From now on pages tell of this one.
    public func use(_ bank: Bank) {
        self.bank.withLock { $0 = bank }
    }

    /// - Parameters:
    ///   - path: as it was asked for, with what the address says behind it.
    ///   - parameters: decoded.
    /// - Returns: `nil` where the address is none of a page's.
    public static func request(path: String, parameters: [String: String]) -> PageRequest? {
        PageRequest(path: path, parameters: parameters)
    }

    /// Unknown and forbidden are the same page.
    public func page(
        _ request: PageRequest, parameters: [String: String], for asker: Asker, at now: Timestamp
    ) -> Page {
        let chosen = Languages.all.map(\.code).first { $0 == parameters["lang"] }
        let texts = Languages.texts(chosen: chosen ?? asker.language, accepted: asker.acceptedLanguages)
        let layout = Layout(
            texts: texts, depth: request.depth, here: request.here, isAboutBank: request.isAboutBank)
        var page: Page
        do throws(StoreError) {
            page =
                try make(request, layout, asker, now)
                ?? Page(status: 404, body: PlainPage(layout: layout).html(texts.nothingHere))
        } catch {
            page = Page(status: 503, body: PlainPage(layout: layout).html(texts.busy))
        }
        page.chosenLanguage = chosen
        return page
    }

    private func make(
        _ request: PageRequest, _ layout: Layout, _ asker: Asker, _ now: Timestamp
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
            let page = TopicPage(layout: layout, trend: trend, bank: bank.withLock { $0 })
            return Page(status: 200, body: page.html())
        case .transcript(let interview, let seat, let isForPaper):
            guard let (reading, scope) = try read(interview, asker) else { return nil }
            return try transcript(reading, scope, seat, isForPaper: isForPaper, layout, asker)
        case .room(let interview):
            guard let (reading, scope) = try read(interview, asker), case .room = scope else { return nil }
            return Page(status: 200, body: RoomPage(layout: layout, reading: reading).html())
        case .bank(let query):
            let page = BankPage(layout: layout, bank: bank.withLock { $0 }, query: query)
            return Page(status: 200, body: page.html())
        case .question(let id, let isOpen):
            let bank = bank.withLock { $0 }
            guard let question = bank.question(id: id) else { return nil }
            let page = QuestionPage(
                layout: layout, bank: bank, question: question, isOpen: isOpen, models: models)
            return Page(status: 200, body: page.html())
        case .example:
            let page = ExamplePage(layout: layout, bank: bank.withLock { $0 })
            return page.map { Page(status: 200, body: $0.html()) }
        case .export(let interview, let seat, let format):
            guard let found = try transcript(PageAddress(interview, seat), asker) else { return nil }
            return try export(
                found.transcript, PageAddress(interview, found.transcript.seat), found.reader, format)
        case .remarking(let interview, let seat):
            guard let found = try transcript(PageAddress(interview, seat), asker) else { return nil }
            let page = RemarkPage(
                layout: layout, transcript: found.transcript, address: PageAddress(interview, seat),
                bank: bank.withLock { $0 }, matchers: matchers)
            return Page(status: 200, body: page.html())
        case .comparison(let one, let other):
            return try comparison(one, other, layout, asker)
        case .shared(let secret, let isForPaper, let format):
            return try shared(secret, isForPaper: isForPaper, as: format, layout, asker, now)
        case .shares:
            return Page(status: 200, body: try sharesPage(layout, asker, now).html())
        case .browsers:
            return Page(status: 200, body: try browsersPage(layout, asker).html())
        case .everything, .wholeRoom:
            return nil
        }
    }

    func digest(of secret: String) -> String { digest(secret) }
}
