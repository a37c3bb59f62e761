import Foundation
import Interviews
import Testing

@testable import Transcripts

/// What a PostgreSQL server and the way to it can do to a log.
@Suite(.enabled(if: PostgreSQLCluster.isInstalled, "PostgreSQL's programs are not installed (postgresql)"))
struct PostgreSQLStoreTests {
    @Test func nothingRecordedIsLostOrDoubledWhenTheServerEndsAtOnceAndItIsBackWithinTenSeconds() async throws
    {
        let cluster = try PostgreSQLCluster()
        let store = try PostgreSQLStore(url: try cluster.freshSchema())
        let interview = InterviewID.fresh
        let writing = Task.detached { () throws -> (recorded: [Int: Event], longest: Duration) in
            var recorded: [Int: Event] = [:]
            var longest = Duration.zero
            for number in 1...1500 {
                let event = Event.answer("answer \(number)")
                let append = Append(
                    interview: interview, place: number == 1 ? .opening : .next, events: [event],
                    at: Timestamp(milliseconds: Int64(number)))
                let began = ContinuousClock.now
                if case .recorded(let events)? = try? store.commit([append]).first {
                    for one in events { recorded[one.seq] = one.event }
                }
                longest = max(longest, .now - began)
            }
            return (recorded, longest)
        }
        for _ in 1...4 { try cluster.restartAtOnce() }
        let (recorded, longest) = try await writing.value

        let kept = try store.events(of: interview)
        #expect(kept.map(\.seq) == Array(1...kept.count))
        #expect(Set(kept.map(\.event)).count == kept.count)
        #expect(recorded.allSatisfy { kept[$0.key - 1].event == $0.value })
        #expect(recorded.count > 1000)
        // A second or two where the machine has nothing else to do.
        #expect(longest < .seconds(60))
    }

    @Test func twoServersNumberOneInterviewWithoutAHole() async throws {
        let url = try PostgreSQLCluster.shared.freshSchema()
        let stores = try (0..<2).map { _ in try PostgreSQLStore(url: url) }
        let interview = InterviewID.fresh
        _ = try stores[0].commit([
            Append(
                interview: interview, place: .opening, events: [.answer("first")],
                at: Timestamp(milliseconds: 1))
        ])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, store) in stores.enumerated() {
                group.addTask {
                    for number in 1...50 {
                        let append = Append(
                            interview: interview, place: .next, events: [.answer("\(index) \(number)")],
                            at: Timestamp(milliseconds: 2))
                        _ = try store.commit([append])
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try stores[1].events(of: interview).map(\.seq) == Array(1...101))
    }

    @Test(arguments: ["fsync", "full_page_writes", "synchronous_commit"])
    func aServerThatWouldLoseSomethingInAPowerCutIsRefused(setting: String) throws {
        let cluster = try PostgreSQLCluster(settings: "-c \(setting)=off")
        let url = try cluster.freshSchema()
        #expect(throws: StoreError.notDurable(setting: "\(setting)=on")) { try PostgreSQLStore(url: url) }
    }

    @Test func whetherItCanBeWrittenIsLookedAt() throws {
        let cluster = try PostgreSQLCluster()
        let store = try PostgreSQLStore(url: try cluster.freshSchema())
        #expect(throws: Never.self) { try store.check() }
        #expect(throws: Never.self) { try store.check(writing: true) }
        try cluster.stop()
        #expect(throws: StoreError.self) { try store.check() }
        try cluster.restartAtOnce()
        #expect(throws: Never.self) { try store.check(writing: true) }
        store.close()
        #expect(throws: StoreError.stopped) { try store.check() }
    }

    @Test func aTextThatTheServerCannotHoldIsRefusedAndTheConnectionGoesOn() throws {
        let store = try PostgreSQLStore(url: try PostgreSQLCluster.shared.freshSchema())
        #expect(throws: StoreError.failed(code: "PostgreSQL 22021")) { try store.interviews(of: "a\0b") }
        #expect(try store.interviews(of: "ab") == [])
    }

    @Test(arguments: [
        ("postgresql://db.example.org/greenroom", true), ("postgresql://10.0.0.1/greenroom", true),
        ("postgresql://db.example.org/?sslmode=disable", false),
        ("postgresql:///greenroom?hostaddr=10.0.0.1", true), ("postgresql:///?service=elsewhere", true),
        ("postgresql:///greenroom?host=/run/postgresql", false), ("postgresql://localhost/greenroom", false),
        ("postgresql://localhost,db.example.org/greenroom", true), ("postgresql://[::1]/greenroom", false),
    ])
    func aServerElsewhereShowsACertificateUnlessTheAddressSaysOtherwise(url: String, isAsked: Bool) throws {
        let parameters = try PostgreSQLAddress(url: url).parameters
        #expect(parameters.contains { $0 == ("sslmode", "verify-full") } == isAsked)
        // What stands in the address comes behind it, and holds.
        #expect(parameters.last.map { $0 == ("dbname", url) } == true)
    }

    @Test func whatIsSaidOfAnAddressHoldsNoPassword() throws {
        let address = try PostgreSQLAddress(url: "postgresql://ann:tulip@db.example.org:5433/rooms")
        #expect(address.hasPassword)
        #expect(address.description == "PostgreSQL, rooms on db.example.org:5433")
        #expect(try !PostgreSQLAddress(url: "postgresql://ann@db.example.org/rooms").hasPassword)
    }

    @Test func whatIsNoAddressIsRefused() {
        #expect(throws: StoreError.self) { try PostgreSQLAddress(url: "host=db") }
    }
}
