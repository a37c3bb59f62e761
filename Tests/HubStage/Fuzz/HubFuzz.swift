import Greenroom
import Interviews
import Transcripts
import WebSockets
import Wire

/// Lets several people say whatever can be said to a hub, in any order, while its log answers, fails and lags behind,
/// and holds it to what is promised: nothing ends it, every request gets exactly one reply, and nothing is left behind.
package struct HubFuzz {
    package struct Failure: Error, CustomStringConvertible {
        package var description: String
    }

    /// How many messages one hub gets before the next begins.
    private static let episode = 500

    private var generator: MessageGenerator
    private let seed: UInt64
    private var lastPlace: UInt32 = 0
    /// How often a request of each name was sent: who has a seat in common hears what the other asked.
    private var sent: [String: Int] = [:]
    package private(set) var messages = 0
    /// How often each type of message was answered.
    package private(set) var replies: [String: Int] = [:]
    private var trace: (String) -> Void = { _ in }
    /// What was asked for and done at least once.
    private var carriedOut: Set<String> = []

    /// - Parameter schema: `greenroom.v1.schema.json`.
    package init(schema: [UInt8], seed: UInt64) throws {
        self.seed = seed
        generator = try MessageGenerator(schema: schema, seed: seed)
    }

    /// The types of message that nothing came of so far.
    package var neverCarriedOut: Set<String> {
        // Nobody answers it.
        Set(generator.messageTypes).subtracting(carriedOut).subtracting(["status"])
    }

    /// Until something is wrong or `isOver` says so.
    ///
    /// - Parameter trace: Takes all that was said to the hub and by it in the episode that went wrong, a line each.
    package mutating func run(until isOver: (Int) -> Bool, trace: @escaping (String) -> Void = { print($0) })
        throws
    {
        while !isOver(messages) {
            var again = self
            do {
                try runEpisode()
            } catch {
                again.trace = trace
                try? again.runEpisode()
                throw error
            }
        }
    }

    private mutating func runEpisode() throws {
        (generator.known, sent) = (Self.knownAtFirst, [:])
        // Limits are for another test, but they hold here too now and then.
        let isLimited = generator.random.below(20) == 0
        var stage = Stage(limits: isLimited ? RequestLimits() : RequestLimits(factor: 1_000_000))
        stage.recallsAtOnce = false
        stage.now.milliseconds = 1_764_000_000_000
        lastPlace = 0
        var people = (0..<4).map { _ in Person(nextPlace()) }
        for index in people.indices { connect(&people[index], &stage) }
        for _ in 0..<Self.episode {
            let index = generator.random.below(people.count)
            switch generator.random.below(100) {
            case 0..<70:
                // Mostly one speaks of what one is in.
                let mine = people[index].interviews
                let theirs = generator.known["interview"]
                if !mine.isEmpty, generator.random.below(4) > 0 { generator.known["interview"] = mine }
                let text = generator.message()
                generator.known["interview"] = theirs
                say(text, &people[index], &stage)
            case 70..<95: try letLogAnswer(&stage)
            case 95: stage.handle(.receivedBinary(on: people[index].connection))
            case 96:
                trace("the log fails")
                stage.failCommit(.unavailable(code: "10"))
            case 97:
                stage.now.milliseconds += Int64(generator.random.below(100_000))
                stage.setClock(by: Int64(generator.random.below(20_000)) - 10_000)
                stage.wake()
            default:
                trace("\(people[index].place) leaves")
                stage.handle(.disconnected(people[index].connection))
                _ = stage.heardInFull(people[index].connection)
                connect(&people[index], &stage)
            }
            if generator.random.below(25) == 0 { listen(&people, &stage) }
        }
        try settle(&stage)
        // The reply to whoever asked for a question comes when it has been spoken.
        while stage.isSpeaking {
            stage.wake()
            try settle(&stage)
        }
        listen(&people, &stage)
        for person in people where !isLimited { try person.check(in: self, sent: sent) }
        for person in people { stage.handle(.disconnected(person.connection)) }
        // What falls due when it is looked at is on its way to the log, and the next look is the last.
        for _ in 0..<5 {
            try settle(&stage)
            stage.wake()
        }
        try settle(&stage)
        if let rest = stage.hub.unfinished { throw failure("left behind: \(rest)") }
    }

    private mutating func connect(_ person: inout Person, _ stage: inout Stage) {
        person = Person(nextPlace())
        let visitor = generator.random.element(of: ["ann", "bob", nil])
        trace("\(person.place) is \((visitor ?? nil) ?? "a stranger")")
        stage.handle(.connected(person.connection, visitor: visitor ?? nil, address: "192.0.2.1"))
        _ = stage.heardInFull(person.connection)
        // Without an interview nearly all that can be asked is refused at the door.
        if generator.random.below(4) > 0 { say(generator.plainMessage("open"), &person, &stage) }
    }

    private mutating func say(_ text: String, _ person: inout Person, _ stage: inout Stage) {
        messages += 1
        if let name = person.note(text) { sent[name, default: 0] += 1 }
        trace("\(person.place) > \(text)")
        stage.handle(.received(text, on: person.connection))
    }

    private mutating func nextPlace() -> UInt32 {
        lastPlace += 1
        return lastPlace
    }

    private mutating func letLogAnswer(_ stage: inout Stage) throws {
        let answer = generator.random.below(4)
        trace("the log \(["commits", "tells", "recalls", "reads documents"][answer])")
        switch answer {
        case 0: try stage.commit()
        case 1: try stage.load()
        case 2: stage.recall()
        default: stage.readDocuments()
        }
    }

    private func settle(_ stage: inout Stage) throws {
        repeat {
            try stage.commit()
            try stage.load()
            stage.recall()
            stage.readDocuments()
        } while stage.isWaiting
    }

    private mutating func listen(_ people: inout [Person], _ stage: inout Stage) {
        for index in people.indices {
            for message in stage.heardInFull(people[index].connection) {
                trace("\(people[index].place) < \(message.text)")
                replies[message.kind.rawValue, default: 0] += 1
                learn(from: message, &people[index])
                let done = people[index].hear(message.text, isRefusal: message.refused != nil)
                if let done { carriedOut.insert(done.rawValue) }
            }
        }
    }

    /// What everybody knows of the bank and of rooms.
    private static let knownAtFirst = [
        "point": ["p"], "id": ["nets-1", "nets-2", "nets-3"], "question": ["nets-1", "0"], "attempt": ["1"],
        "seat": ["h1", "c1", "c2", "s1"],
    ]

    private mutating func learn(from message: ServerMessage, _ person: inout Person) {
        func learn(_ field: String, _ value: String?) {
            guard let value, generator.known[field, default: []].count < 8 else { return }
            generator.known[field, default: []].append(value)
        }
        switch message {
        case .opened(let opened):
            learn("interview", opened.interview.text)
            learn("token", opened.token)
            learn("code", opened.code?.text)
            person.isIn(opened.interview)
        case .joined(let joined): person.isIn(joined.interview)
        case .resumed(let resumed): person.isIn(resumed.interview)
        case .pasted(let pasted): learn("document", pasted.document)
        case .said(let said): learn("message", "\(said.seq)")
        case .shared(let shared): learn("share", shared.share.text)
        default: break
        }
    }

    func failure(_ what: String) -> Failure {
        Failure(description: "\(what) (seed \(seed), by message \(messages))")
    }
}

/// Whoever talks to the hub on one connection, with what is still to be answered.
private struct Person {
    let place: UInt32
    private var asked: [String: Int] = [:]
    private var answered: [String: [String]] = [:]
    private var lastTexts: [String: String] = [:]
    private var kinds: [String: ClientMessage.Kind] = [:]
    /// In which it has a seat, the last few.
    private(set) var interviews: [String] = []

    init(_ place: UInt32) {
        self.place = place
    }

    var connection: ConnectionID { ConnectionID(place: place, generation: 1) }

    mutating func isIn(_ interview: InterviewID) {
        interviews = interviews.filter { $0 != interview.text }.suffix(2) + [interview.text]
    }

    /// - Returns: The request's name, where it has one.
    mutating func note(_ text: String) -> String? {
        let ref: Reference?
        do {
            // Some messages have no name, and nobody answers them.
            let message = try ClientMessage(text: text)
            guard let name = message.ref else { return nil }
            kinds[name.text] = message.kind
            ref = name
        } catch {
            ref = error.ref
        }
        asked[ref?.text ?? "", default: 0] += 1
        lastTexts[ref?.text ?? ""] = text
        return ref?.text
    }

    /// - Returns: What was asked for and is done with that.
    mutating func hear(_ text: String, isRefusal: Bool) -> ClientMessage.Kind? {
        let name = reference(in: text) ?? (isRefusal ? "" : nil)
        guard let name else { return nil }
        answered[name, default: []].append(text)
        return isRefusal ? nil : kinds[name]
    }

    /// A request gets one reply; one that is sent again gets one for each time, or one for all while it was on its way.
    func check(in fuzz: HubFuzz, sent: [String: Int]) throws {
        for (name, count) in asked where !name.isEmpty {
            let replies = answered[name, default: []]
            guard replies.isEmpty || replies.count > sent[name, default: 0] else { continue }
            throw fuzz.failure("\(replies) are the replies to \(count) of \(lastTexts[name] ?? name)")
        }
        // Binary messages are answered without a name as well.
        guard answered["", default: []].count >= asked["", default: 0] else {
            throw fuzz.failure("no reply to \(lastTexts[""] ?? "")")
        }
    }

    /// The first `ref` of a message is its own.
    private func reference(in text: String) -> String? {
        guard let range = text.utf8.firstRange(of: "\"ref\":\"".utf8) else { return nil }
        return String(text.utf8[range.upperBound...].prefix { $0 != UInt8(ascii: "\"") })
    }
}
