import Interviews
import Synchronization
import Testing

@testable import Transcripts

/// What servers of one log hear of one another.
struct PostgreSQLNewsTests {
    private let one = InterviewID.fresh
    private let other = InterviewID.fresh

    @Test func whatIsToldIsRead() throws {
        var news = PostgreSQLNews()
        news.add(.advanced([one: 3]))
        news.add(.advanced([one: 7]))
        news.add(.advanced([one: 5, other: 1]))
        news.add(.gone([other]))
        news.add(.browsers)
        let payloads = news.payloads(from: "here")
        #expect(payloads.count == 1)
        let payload = try #require(payloads.first)
        #expect(
            PostgreSQLNews.news(in: payload, to: "there") == [.advanced([one: 7]), .gone([other]), .browsers])
        #expect(PostgreSQLNews.news(in: payload, to: "here") == [])
    }

    @Test func manyAreToldInSeveral() {
        var news = PostgreSQLNews()
        var all: [InterviewID: Int] = [:]
        for number in 0..<2000 { all[.fresh] = number }
        news.add(.advanced(all))
        let payloads = news.payloads(from: "here")
        #expect(payloads.count > 4 && payloads.allSatisfy { $0.utf8.count < 8000 })
        var read: [InterviewID: Int] = [:]
        for case .advanced(let some) in payloads.flatMap({ PostgreSQLNews.news(in: $0, to: "there") }) {
            read.merge(some) { $1 }
        }
        #expect(read == all)
    }

    @Test func whoIsThereIsTold() throws {
        var seats: [SeatID: Presence] = [:]
        for number in 1...900 { seats[SeatID("c\(number)")] = number % 2 == 0 ? .writing : .away }
        let whisper: Whisper = [one: [SeatID("h1"): .here], other: seats]
        var news = PostgreSQLNews()
        news.add(.whispered(whisper))
        var read: Whisper = [:]
        for payload in news.payloads(from: "here") {
            #expect(payload.utf8.count < 8000)
            for case .whispered(let some) in PostgreSQLNews.news(in: payload, to: "there") {
                read.merge(some) { $0.merging($1) { $1 } }
            }
        }
        #expect(read == whisper)
    }

    @Test func thatThereIsAServerIsToldWithoutRooms() throws {
        var news = PostgreSQLNews()
        news.add(.whispered([:]))
        #expect(news.payloads(from: "here") == ["here"])
        #expect(PostgreSQLNews.news(in: "here", to: "there") == [.whispered([:])])
    }

    @Test(arguments: ["", "x y z:", "x a:b c:-", "x : :: = a=b=c"])
    func whatIsNoNewsIsNone(payload: String) {
        #expect(PostgreSQLNews.news(in: payload, to: "there") == [])
    }

    @Test func nothingIsToldOfNothing() {
        #expect(PostgreSQLNews().payloads(from: "here") == [])
    }
}

@Suite(.enabled(if: PostgreSQLCluster.isInstalled, "PostgreSQL's programs are not installed (postgresql)"))
struct PostgreSQLWatchTests {
    /// A server that remembers what it hears.
    private final class Server: Sendable {
        let store: PostgreSQLStore
        private let heard = Mutex<[News]>([])
        private let watch = Mutex<(any LogWatch)?>(nil)

        init(url: String) throws {
            store = try PostgreSQLStore(url: url)
            let watch = store.watch { [weak self] news in self?.heard.withLock { $0.append(news) } }
            self.watch.withLock { $0 = watch }
        }

        func tell(_ news: News) { watch.withLock { $0 }?.tell(news) }

        func stop() { watch.withLock { $0 }?.stop() }

        var news: [News] { heard.withLock { $0 } }

        /// Other tests may keep all threads that tasks run on for a while.
        func hear(_ wanted: News, within seconds: Int = 300) async -> Bool {
            let end = ContinuousClock.now + .seconds(seconds)
            while !news.contains(wanted), ContinuousClock.now < end {
                try? await Task.sleep(for: .milliseconds(2))
            }
            return news.contains(wanted)
        }
    }

    @Test func serversHearOfOneAnotherAndNotOfThemselves() async throws {
        let url = try PostgreSQLCluster.shared.freshSchema()
        let (here, there) = (try Server(url: url), try Server(url: url))
        let elsewhere = try Server(url: try PostgreSQLCluster.shared.freshSchema())
        defer { for server in [here, there, elsewhere] { server.stop() } }
        for server in [here, there, elsewhere] { #expect(await server.hear(.unknown)) }
        let id = InterviewID.fresh
        here.tell(.advanced([id: 4]))
        #expect(await there.hear(.advanced([id: 4])))
        there.tell(.gone([id]))
        #expect(await here.hear(.gone([id])))
        #expect(await elsewhere.hear(.look))
        #expect(!here.news.contains(.advanced([id: 4])) && !there.news.contains(.gone([id])))
        #expect(Set(elsewhere.news) == [.unknown, .look])
    }

    @Test func whoeverLostTheLineIsToldThatItMayHaveMissedSomething() async throws {
        let cluster = try PostgreSQLCluster()
        let url = try cluster.freshSchema()
        let (here, there) = (try Server(url: url), try Server(url: url))
        defer { for server in [here, there] { server.stop() } }
        for server in [here, there] { #expect(await server.hear(.unknown)) }
        try cluster.restartAtOnce()
        let end = ContinuousClock.now + .seconds(300)
        while here.news.count(where: { $0 == .unknown }) < 2
            || there.news.count(where: { $0 == .unknown }) < 2,
            ContinuousClock.now < end
        {
            try await Task.sleep(for: .milliseconds(2))
        }
        here.tell(.browsers)
        #expect(await there.hear(.browsers))
    }

    @Test func aServerThatCouldNotShowItselfWhenItCameIsSeenLater() async throws {
        let url = try PostgreSQLCluster.shared.freshSchema()
        let store = try PostgreSQLStore(url: url)
        let somebody = try PostgreSQLConnection(try PostgreSQLAddress(url: url))
        let lock = "(1196576848, hashtext(current_schema()))"
        try somebody.run("SELECT pg_advisory_lock\(lock)")
        let server = try Server(url: url)
        defer { server.stop() }
        #expect(await server.hear(.unknown))
        #expect(try !store.isServed())

        try somebody.run("SELECT pg_advisory_unlock\(lock)")
        let end = ContinuousClock.now + .seconds(300)
        while try !store.isServed(), ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(2))
        }
        #expect(try store.isServed())
    }
}
