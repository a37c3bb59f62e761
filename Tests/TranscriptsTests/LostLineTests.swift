import Interviews
import Testing

@testable import Transcripts

/// The line to a PostgreSQL server is lost at the worst moments.
@Suite(.enabled(if: PostgreSQLCluster.isInstalled, "PostgreSQL's programs are not installed (postgresql)"))
struct LostLineTests {
    private let line: CuttingLine
    private let store: PostgreSQLStore
    private let direct: PostgreSQLStore
    private let interview = InterviewID.fresh

    init() throws {
        let cluster = try PostgreSQLCluster.shared
        line = try CuttingLine(to: cluster.socket)
        let url = try cluster.freshSchema()
        store = try PostgreSQLStore(url: cluster.address(url, by: line))
        direct = try PostgreSQLStore(url: url)
        _ = try store.commit([append("first", place: .opening)])
    }

    private func append(_ text: String, place: Append.Place = .next) -> Append {
        Append(
            interview: interview, place: place, events: [.answer(text)], at: Timestamp(milliseconds: 1))
    }

    /// Whether the server has done it or not: what is acknowledged is there, once.
    @Test(arguments: [CuttingLine.Cut.before, .after])
    func aCommitWhoseAnswerIsLostIsKeptOnce(cut: CuttingLine.Cut) throws {
        line.cut(cut, at: "needle")
        let outcome = try store.commit([append("a needle")]).first
        #expect(line.isCut)
        let kept = try direct.events(of: interview)
        #expect(kept.map(\.event) == [.answer("first"), .answer("a needle")])
        #expect(outcome == .recorded([kept[1]]))
        // It goes on.
        _ = try store.commit([append("after it")])
        #expect(try direct.latest(of: interview) == 3)
    }

    /// Somebody else writes in between: what is found is found by what it says, behind the lock.
    @Test func whatOthersWriteMeanwhileIsNotTakenForIt() throws {
        line.cut(.before, at: "needle")
        _ = try direct.commit([append("another")])
        let outcome = try store.commit([append("a needle")]).first
        let kept = try direct.events(of: interview)
        #expect(kept.map(\.event) == [.answer("first"), .answer("another"), .answer("a needle")])
        #expect(outcome == .recorded([kept[2]]))
    }

    @Test func anOpeningWhoseAnswerIsLostIsNotTakenForAnothers() throws {
        let fresh = InterviewID.fresh
        line.cut(.after, at: "needle")
        let opening = Append(
            interview: fresh, place: .opening, events: [.answer("a needle")], at: Timestamp(milliseconds: 1))
        #expect(try store.commit([opening]).first == .recorded(opening.recorded(after: 0)))
        #expect(try direct.latest(of: fresh) == 1)
    }

    @Test func whatIsReadIsReadOnceMore() throws {
        line.cut(.before, at: interview.text)
        #expect(try store.events(of: interview).count == 1)
        #expect(line.isCut)
    }

    @Test func whoeverHearsNothingIsToldWithinTenSecondsAndItIsNotKeptTwice() throws {
        line.cut(.silent, at: "needle")
        let began = ContinuousClock.now
        let outcome = Result { try store.commit([append("a needle")]) }
        #expect(line.isCut && .now - began < .seconds(15))
        if case .success(let kept) = outcome { #expect(kept.count == 1) }
        // The candidate sends it again, or it was found: in no case is it lost without a word.
        let events = try direct.events(of: interview).map(\.event)
        #expect(events.count { $0 == .answer("a needle") } <= 1)
        _ = try store.commit([append("after it")])
    }
}
