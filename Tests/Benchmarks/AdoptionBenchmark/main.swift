// What it costs to take an interview in that another server held: writes a crowded room and a long interview to an empty
// log, then reads and folds each again and again. Run in release, or let Tests/Benchmarks/adoption do so:
//
//   AdoptionBenchmark FOLDER|postgresql://… DIGEST [SEATS]
//
// SEATS counts the host. DIGEST is that of the secret of the room's host and of the interview's candidate, in hexadecimal.
import Foundation
import Interviews
import Marking
import QuestionBank
import Transcripts

let arguments = CommandLine.arguments
guard arguments.count > 2 else {
    print("AdoptionBenchmark FOLDER|postgresql://… DIGEST [SEATS]")
    exit(64)
}
let (place, digest) = (arguments[1], arguments[2])
let seats = arguments.count > 3 ? Int(arguments[3]) ?? 5000 : 5000

/// A log in the making: what is decided is folded, and kept some hundred events at a time.
struct Scribe {
    struct Refused: Error {}

    let store: any EventStore
    var interview: Interview
    private var kept = 0
    private var waiting: [Event] = []
    private var matchers: [String: Matcher] = [:]
    private var marks: [String: Mark] = [:]

    init(_ store: any EventStore, id: String) throws {
        guard let id = InterviewID(id) else { throw Refused() }
        self.store = store
        interview = Interview(id: id)
    }

    mutating func record(_ events: [Event]) throws {
        for event in events {
            waiting.append(event)
            let seq = interview.seq + 1
            interview.apply(RecordedEvent(interview: interview.id, seq: seq, at: .now, event: event))
        }
        if waiting.count >= 500 { try keep() }
    }

    mutating func keep() throws {
        guard !waiting.isEmpty else { return }
        let append = Append(
            interview: interview.id, place: kept == 0 ? .opening : .next, events: waiting, at: .now)
        guard case .recorded? = try store.commit([append]).first else { throw Refused() }
        kept += waiting.count
        waiting = []
    }

    mutating func carryOut(_ command: Command, by seat: SeatID) throws {
        guard let ref = Reference("r\(interview.seq)") else { throw Refused() }
        var (matchers, marks) = (matchers, marks)
        let decision = try interview.decide(command, by: seat, ref: ref) { question, text in
            let key = question.id + text
            if let mark = marks[key] { return mark }
            let matcher = matchers[question.id] ?? Matcher(question.rubric)
            matchers[question.id] = matcher
            let mark = matcher.mark(text)
            marks[key] = mark
            return mark
        }
        (self.matchers, self.marks) = (matchers, marks)
        guard case .commit(let events) = decision else { throw Refused() }
        try record(events)
    }
}

extension Timestamp {
    static var now: Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}

/// One of the bank's own samples, each time another.
func sample(_ question: Question, of bank: Bank, _ number: Int) -> String {
    let known = bank.questions.first { $0.id == question.id }?.samples.map(\.text) ?? []
    return known.isEmpty ? question.modelAnswer ?? "-" : known[number % known.count]
}

func writeRoom(_ store: any EventStore, bank: Bank) throws -> InterviewID {
    var scribe = try Scribe(store, id: "adoptedcrowdedroom")
    var rules = RoomRules(progression: .host)
    rules.hasChat = false
    try scribe.record(
        try Interview.open(
            Settings(topics: [], count: 10, seed: "crowd", pace: .instant), from: bank, seat: digest,
            room: RoomSetup(
                rules: rules, code: RoomCode(drawn: Array(1...8)), hostName: SeatName("Host")),
            ref: Reference("open")))
    for number in 1..<seats {
        let joining = Joining(
            role: .candidate, name: SeatName("Person \(number)"),
            tokenDigest: String(repeating: "0", count: 56) + String(10_000_000 + number),
            visitor: "visitor \(number)")
        guard let ref = Reference("join"), let event = try scribe.interview.join(joining, ref: ref) else {
            throw Scribe.Refused()
        }
        try scribe.record([event])
    }
    let host = SeatID("h1")
    try scribe.carryOut(.start, by: host)
    for index in scribe.interview.questions.indices {
        let question = scribe.interview.questions[index]
        for (number, seat) in scribe.interview.seats.dropFirst().map(\.id).enumerated() {
            try scribe.carryOut(.answer(question: index, text: sample(question, of: bank, number)), by: seat)
        }
        try scribe.carryOut(.show(question: index), by: host)
        if index + 1 < scribe.interview.questions.count {
            try scribe.carryOut(.next(question: index), by: host)
        }
    }
    try scribe.keep()
    return scribe.interview.id
}

func writeInterview(_ store: any EventStore, bank: Bank) throws -> InterviewID {
    var scribe = try Scribe(store, id: "adoptedlonginterview")
    try scribe.record(
        try Interview.open(
            Settings(topics: [], count: 60, seed: "long", pace: .instant), from: bank, seat: digest,
            ref: Reference("open")))
    for index in scribe.interview.questions.indices {
        let question = scribe.interview.questions[index]
        for attempt in 0..<3 {
            let text = sample(question, of: bank, index + attempt) + " Attempt \(attempt)."
            try scribe.carryOut(.answer(question: index, text: text), by: SeatID("c1"))
        }
        // The last stays open: whoever comes back goes on there.
        if index + 1 < scribe.interview.questions.count {
            try scribe.carryOut(.next(question: index), by: SeatID("c1"))
        }
    }
    try scribe.keep()
    return scribe.interview.id
}

func milliseconds(_ duration: Duration) -> Double { (duration / .milliseconds(1) * 10).rounded() / 10 }

do {
    let isShared = place.hasPrefix("postgresql://")
    let store: any LogStore =
        isShared
        ? try PostgreSQLStore(try PostgreSQLAddress(url: place)) : try SQLiteStore(folder: place, readers: 1)
    let bank = try Bank.builtIn().bank
    for (id, rounds) in [
        (try writeRoom(store, bank: bank), 3), (try writeInterview(store, bank: bank), 30),
    ] {
        var (reads, folds): ([Double], [Double]) = ([], [])
        var interview = Interview(id: id)
        for _ in 0..<rounds {
            let began = ContinuousClock.now
            let events = try store.events(of: id)
            let read = ContinuousClock.now
            interview = Interview(id: id)
            for event in events { interview.apply(event) }
            reads.append(milliseconds(read - began))
            folds.append(milliseconds(.now - read))
        }
        print(
            "\(id): \(interview.seq) events of \(interview.seats.count) seats, read in \(reads.sorted()[rounds / 2]) ms, "
                + "folded in \(folds.sorted()[rounds / 2]) ms (median of \(rounds))")
    }
    store.close()
} catch {
    print("failed: \(error)")
    exit(1)
}
