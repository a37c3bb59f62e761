import FoundationEssentials
import GRDB
import Interviews
import Marking
import QuestionBank
import Testing

@testable import Transcripts

/// Each question is kept once, for as long as an interview asks it.
struct QuestionStoreTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func question(_ name: String) -> Question {
        Question(
            id: name, topic: "swift", prompt: "What is \(name)?", keyPoints: [],
            modelAnswer: "It is \(name)ish.",
            samples: [
                SampleAnswer(name: "good", text: "so", expected: ["a": .hit, "b": .partial, "c": .missed])
            ],
            flags: [.merged, .truncated, .draftedKeyPoints], source: SourceLocation(file: "a.md", line: 1))
    }

    private func opening(_ names: String..., alternatives: [[String]]? = nil) -> Append {
        Append(
            .fresh, after: 0,
            .opened(
                Event.Opened(
                    settings: Settings(topics: [], count: 1, seed: "sieve", pace: .natural), bank: "b",
                    topics: [], questions: names.map(question),
                    alternatives: alternatives?.map { $0.map(question) }, visitor: "somebody")))
    }

    @Test(arguments: StoreUnderTest.allCases)
    func openingsAreReadBackWhole(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let openings = [
            opening("arc", "weak"), opening("weak", "arc", "weak"),
            opening("arc", alternatives: [["arc", "weak"], [], ["own"]]),
        ]
        #expect(try store.commit(openings) == openings.map(\.expected))
        for opening in openings { #expect(try store.events(of: opening.interview) == opening.kept) }
    }

    private func planned(_ names: String...) -> Event {
        guard let ref = Reference("p") else { preconditionFailure("a reference") }
        return .planChanged(
            .init(by: SeatID("h1"), ref: ref, from: 1, questions: names.map(question), after: 7))
    }

    @Test(arguments: StoreUnderTest.allCases)
    func whatIsPlannedIsReadBackWhole(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let opening = opening("arc", "weak")
        _ = try store.commit([opening])
        let plan = Append(opening.interview, after: 1, planned("own", "weak"), planned())
        #expect(try store.commit([plan]) == [plan.expected(after: 1)])
        #expect(
            try store.events(of: opening.interview) == opening.kept + plan.kept(after: 1))
    }

    @Test func aPlannedQuestionIsKeptOnceAndGoesWithItsInterview() throws {
        let store = try SQLiteStore(folder: folder.path)
        let memory = MemoryStore()
        let opening = opening("arc")
        for store in [store, memory] as [any EventStore] {
            _ = try store.commit([opening])
            _ = try store.commit([Append(opening.interview, after: 1, planned("weak", "own"), planned("own"))]
            )
        }
        #expect(try questions(in: store) == 3)
        #expect(memory.questionCount == 3)
        #expect(try store.erase(opening.interview) && memory.erase(opening.interview))
        #expect(try questions(in: store) == 0)
        #expect(memory.questionCount == 0)
    }

    @Test func anOpeningThatAsksWhatIsKeptAlreadyAddsNoQuestion() throws {
        let store = try SQLiteStore(folder: folder.path)
        _ = try store.commit([opening("arc", "weak", alternatives: [["arc", "own"]])])
        #expect(try questions(in: store) == 3)
        store.close()
        // Another process has other hashes, and so another order of what has none.
        let again = try SQLiteStore(folder: folder.path)
        _ = try again.commit([opening("weak", "own"), opening("arc")])
        #expect(try questions(in: again) == 3)
    }

    @Test func aQuestionGoesWithTheLastInterviewThatAsksIt() throws {
        let store = try SQLiteStore(folder: folder.path)
        let memory = MemoryStore()
        let openings = [opening("arc", "weak", "arc"), opening("weak", alternatives: [["weak", "own"]])]
        _ = try store.commit(openings)
        _ = try memory.commit(openings)

        #expect(try store.erase(openings[0].interview) && memory.erase(openings[0].interview))
        #expect(try questions(in: store) == 2)
        #expect(memory.questionCount == 2)
        #expect(try store.events(of: openings[0].interview) == [])
        #expect(try store.events(of: openings[1].interview) == openings[1].kept)

        #expect(try store.erase(openings[1].interview) && memory.erase(openings[1].interview))
        #expect(try questions(in: store) == 0)
        #expect(memory.questionCount == 0)
        #expect(try !store.erase(openings[1].interview))
        #expect(try folder.files(holding: "weakish") == [])
    }

    @Test func aQuestionThatIsAskedCannotBeTakenOutOrChanged() throws {
        let store = try SQLiteStore(folder: folder.path)
        _ = try store.commit([opening("arc")])
        for sql in ["DELETE FROM question", "UPDATE question SET body = '{}'", "DELETE FROM event"] {
            #expect(throws: StoreError.self) {
                try store.run { pool in try pool.write { try $0.execute(sql: sql) } }
            }
        }
    }

    /// Measured with the whole built-in bank it was 732 KB; this is the same with a stand-in of its size.
    @Test func anOpeningOfFiveHundredQuestionsWritesLittle() throws {
        let store = try SQLiteStore(folder: folder.path)
        let names = (0..<500).map { "question-\($0)-" + String(repeating: "long ", count: 200) }
        let questions = names.map(question)
        func opening() -> Append {
            Append(
                .fresh, after: 0,
                .opened(
                    Event.Opened(
                        settings: Settings(topics: [], count: 500, seed: "sieve", pace: .natural), bank: "b",
                        topics: [], questions: questions.shuffled(), alternatives: [questions.shuffled()])))
        }
        _ = try store.commit([opening()])
        store.cutLog()
        let log = folder.path + "/greenroom.sqlite-wal"
        for _ in 0..<10 { _ = try store.commit([opening()]) }
        let written = try FileManager.default.attributesOfItem(atPath: log)[.size] as? Int ?? 0
        #expect(written > 0 && written / 10 < 48_000, "\(written / 10) bytes an opening")
    }

    @Test(arguments: StoreUnderTest.allCases)
    func aLaneIsReadWithoutTheOthers(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let skips = ["c1", "c2", "c1"].map { seat in
            Event.questionSkipped(
                Event.QuestionSkipped(seat: SeatID(seat), ref: Reference("r")!, question: 0))
        }
        let append = Append(
            interview: .fresh, place: .opening,
            events: [.sampleOpening] + skips + [.ended(.init(reason: .finished))],
            at: Append.sampleTime)
        _ = try store.commit([append])
        func read(_ lanes: Lanes, after seq: Int = 0, limit: Int = .max) throws -> [Int] {
            try store.events(of: append.interview, lanes: lanes, after: seq, limit: limit).map(\.seq)
        }
        #expect(try read(.all) == [1, 2, 3, 4, 5])
        #expect(try read(.everyone) == [1, 5])
        #expect(try read(.everyoneAnd(SeatID("c1"))) == [1, 2, 4, 5])
        #expect(try read(.everyoneAnd(SeatID("c1")), after: 1, limit: 2) == [2, 4])
        #expect(try read(.everyoneAnd(SeatID("c9"))) == [1, 5])
    }

    private func questions(in store: SQLiteStore) throws -> Int? {
        try store.run { try $0.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM question") } }
    }
}
