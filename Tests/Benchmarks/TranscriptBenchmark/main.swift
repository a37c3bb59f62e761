// What pages cost over a data folder with many interviews: makes the folder where it is missing, then asks for each
// kind of page again and again. Run in release:
//
//   TranscriptBenchmark FOLDER [INTERVIEWS [VISITOR [ROUNDS]]]
import Foundation
import Interviews
import Marking
import Pages
import QuestionBank
import Transcripts

let arguments = CommandLine.arguments
guard arguments.count > 1 else {
    print("TranscriptBenchmark FOLDER [INTERVIEWS [VISITOR [ROUNDS]]]")
    exit(64)
}
let folder = arguments[1]
let wanted = arguments.count > 2 ? Int(arguments[2]) ?? 10_000 : 10_000
/// One visitor has half of all, so that lists are long; the others have some each.
let visitor = arguments.count > 3 ? arguments[3] : String(repeating: "ab", count: 32)
/// How often each page is asked for.
let rounds = arguments.count > 4 ? Int(arguments[4]) ?? 400 : 400

func milliseconds(_ duration: Duration) -> Double { (duration / .milliseconds(1) * 100).rounded() / 100 }

/// Interviews of ten questions, each answered with one of the bank's own sample answers.
func fill(_ store: SQLiteStore, with count: Int) throws {
    let bank = try Bank.builtIn().bank
    let samples = Dictionary(uniqueKeysWithValues: bank.questions.map { ($0.id, $0.samples.map(\.text)) })
    var matchers: [String: Matcher] = [:]
    func mark(_ question: Question, _ text: String) -> Mark {
        let matcher = matchers[question.id] ?? Matcher(question.rubric)
        matchers[question.id] = matcher
        return matcher.mark(text)
    }
    for number in 0..<count {
        guard let id = InterviewID("bench\(String(number + 1_000_000_000_000))") else { continue }
        let owner = number % 2 == 0 ? visitor : "visitor \(number % 97)"
        let settings = Settings(topics: [], count: 10, seed: "\(number)", pace: .instant)
        var log: [Event] = []
        var interview = Interview(id: id)
        func record(_ events: [Event], _ interview: inout Interview) {
            for event in events {
                log.append(event)
                interview.apply(
                    RecordedEvent(interview: id, seq: log.count, at: Timestamp(milliseconds: 0), event: event)
                )
            }
        }
        record(
            try Interview.open(
                settings, from: bank, seat: "\(number)", visitor: owner, ref: Reference("open")),
            &interview)
        for index in interview.questions.indices {
            let known = samples[interview.questions[index].id] ?? []
            let text =
                known.isEmpty
                ? interview.questions[index].modelAnswer ?? "-" : known[(number + index) % known.count]
            for command in [Command.answer(question: index, text: text), .next(question: index)] {
                guard let ref = Reference("r\(log.count)") else { continue }
                if case .commit(let events) = try interview.decide(
                    command, by: SeatID("c1"), ref: ref, marking: mark)
                {
                    record(events, &interview)
                }
            }
        }
        let at = Timestamp(milliseconds: 1_700_000_000_000 + Int64(number) * 8_640_000)
        _ = try store.commit([Append(interview: id, place: .opening, events: log, at: at)])
    }
}

do {
    var clock = ContinuousClock.now
    let store = try SQLiteStore(folder: folder, readers: 4)
    let there = try store.interviewCount()
    print("opened \(there) interviews in \(milliseconds(ContinuousClock.now - clock)) ms")
    if there < wanted {
        clock = .now
        try fill(store, with: wanted)
        print("made \(wanted) in \(milliseconds(ContinuousClock.now - clock)) ms")
    }
    let library = try SQLiteLibrary(folder: folder)
    let keeper = LibraryKeeper(store: store, library: library)
    clock = .now
    let behind = try keeper.compare()
    print("compared in \(milliseconds(ContinuousClock.now - clock)) ms, \(behind.count) to take in")
    clock = .now
    for start in stride(from: 0, to: behind.count, by: 16) {
        try keeper.takeIn(Array(behind[start..<min(start + 16, behind.count)]))
    }
    print("taken in in \(milliseconds(ContinuousClock.now - clock)) ms")

    let maker = PageMaker(
        store: store, library: library, shares: store, browsers: store, rooms: RoomShelf(),
        bank: try Bank.builtIn().bank
    ) { $0 }
    let asker = Asker(visitor: visitor, language: nil, acceptedLanguages: nil)
    let topic = try library.facets(of: visitor).topics.first?.id ?? ""
    let ids = try store.heads(after: nil, limit: 400).enumerated().filter { $0.offset % 2 == 0 }.map(
        \.element.interview)
    let pages: [(String, (Int) -> (String, [String: String]))] = [
        ("list", { _ in ("/transcripts", [:]) }),
        ("list, page 90", { _ in ("/transcripts", ["page": "90"]) }),
        ("list by coverage", { _ in ("/transcripts", ["sort": "weakest"]) }),
        ("list of a topic", { _ in ("/transcripts", ["topic": topic]) }),
        ("search, a common word", { _ in ("/transcripts", ["q": "model"]) }),
        ("search, two words", { _ in ("/transcripts", ["q": "training data"]) }),
        ("search, a beginning", { _ in ("/transcripts", ["q": "reg"]) }),
        ("search, a verdict", { _ in ("/transcripts", ["verdict": "contradicted"]) }),
        ("search, page 30", { _ in ("/transcripts", ["q": "model", "page": "30"]) }),
        ("transcript", { ("/transcripts/\(ids[$0 % ids.count])", [:]) }),
        ("with today's bank", { ("/transcripts/\(ids[$0 % ids.count])", ["view": "remark"]) }),
        (
            "two compared",
            { ("/compare", ["of": ids[$0 % ids.count].text, "with": ids[($0 + 1) % ids.count].text]) }
        ),
        ("as Markdown", { ("/transcripts/\(ids[$0 % ids.count])", ["as": "markdown"]) }),
        ("links", { _ in ("/shares", [:]) }),
        ("topic", { _ in ("/topics/\(topic)", [:]) }),
        ("nothing", { _ in ("/transcripts/nothingnothingnothing", [:]) }),
    ]
    for (name, address) in pages {
        var times: [Double] = []
        var size = 0
        for round in 0..<rounds {
            let (path, parameters) = address(round)
            guard let request = PageMaker.request(path: path, parameters: parameters) else { continue }
            let began = ContinuousClock.now
            let page = maker.page(
                request, parameters: parameters, for: asker,
                at: Timestamp(milliseconds: 1_800_000_000_000))
            times.append(milliseconds(ContinuousClock.now - began))
            size = page.body.utf8.count
        }
        guard !times.isEmpty else { continue }
        times.sort()
        print(
            "\(name): p50 \(times[times.count / 2]) ms, p99 \(times[times.count * 99 / 100]) ms, \(size / 1024) KiB"
        )
    }
    library.close()
    store.close()
} catch {
    print("failed: \(error)")
    exit(1)
}
