import FoundationEssentials
import GRDB
import Interviews
import Testing

@testable import Transcripts

/// Databases that earlier versions wrote, as text. Every version reads them, goes on with them, and takes out of them
/// what is to be forgotten.
struct GoldenDatabaseTests {
    private static let visitor = "4b4f9630c1c4baeba6903a09b74e389d2c6f79e8dc566e3e07af35465ff7709e"
    private let folder: TemporaryFolder
    private let ended = InterviewID.named("smje8zc6p2tk9whsdvgd39h2")
    private let underWay = InterviewID.named("93avjp2yw7a093m0exdkcznt")

    init() throws {
        folder = try TemporaryFolder()
        let dump = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Fixtures/before-questions-once.sql"), encoding: .utf8)
        let database = try DatabaseQueue(path: folder.path + "/greenroom.sqlite")
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = OFF;" + dump) }
        try database.close()
    }

    @Test func anEndedInterviewIsReadAndReportedAsItWas() throws {
        let store = try SQLiteStore(folder: folder.path)
        let events = try store.events(of: ended)
        #expect(
            events.map(\.event.kind) == [
                .opened, .seatTaken, .questionAsked, .answered, .probed, .hintTaken, .questionAsked,
                .answered,
                .probed, .ended,
            ])
        #expect(events.first?.event.visitor == Self.visitor)
        let report = try interview(ended, in: store).report(for: SeatID("c1"))
        #expect(report.questions.map(\.outcome) == [.answered, .answered])
        #expect(report.questions.map { ($0.coverage * 100).rounded() } == [33, 0])
        #expect(report.questions.map(\.hints) == [1, 0])
    }

    @Test func anInterviewUnderWayGoesOn() throws {
        let store = try SQLiteStore(folder: folder.path)
        let before = try interview(underWay, in: store)
        #expect(before.opening?.alternatives?.first?.count == 3)
        let next = Append(underWay, after: before.seq, .answer("counts references", attempt: 2))
        #expect(try store.commit([next]) == [next.expected(after: before.seq)])
        #expect(try interview(underWay, in: store).seq == before.seq + 1)
    }

    @Test func aVisitorOfThenIsForgotten() throws {
        let store = try SQLiteStore(folder: folder.path)
        #expect(try store.reviews(of: Self.visitor).count > 1)
        try store.forget(Self.visitor)
        #expect(try store.events(of: ended).first?.event.visitor == nil)
        #expect(try store.reviews(of: Self.visitor) == [])
        #expect(try folder.files(holding: Self.visitor) == [])
        store.close()
        #expect(try folder.files(holding: Self.visitor) == [])
    }

    private func interview(_ id: InterviewID, in store: SQLiteStore) throws -> Interview {
        var interview = Interview(id: id)
        for event in try store.events(of: id) { _ = interview.apply(event) }
        return interview
    }
}
