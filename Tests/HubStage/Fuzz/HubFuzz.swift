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

    /// - Parameter schema: `greenroom.v1.schema.json`.
    package init(schema: [UInt8], seed: UInt64) throws {
        self.seed = seed
        generator = try MessageGenerator(schema: schema, seed: seed)
    }

    /// Until something is wrong or `isOver` says so.
    package mutating func run(until isOver: (Int) -> Bool) throws {
        while !isOver(messages) { try runEpisode() }
    }

    private mutating func runEpisode() throws {
        (generator.known, sent) = ([:], [:])
        // Limits are for another test, but they hold here too now and then.
        let isLimited = generator.random.below(20) == 0
        var stage = Stage(limits: isLimited ? RequestLimits() : RequestLimits(factor: 1_000_000))
        stage.recallsAtOnce = false
        stage.now.milliseconds = 1_764_000_000_000
        lastPlace = 0
        var people = (0..<4).map { _ in Person(nextConnection()) }
        for index in people.indices { connect(&people[index], &stage) }
        for _ in 0..<Self.episode {
            let index = generator.random.below(people.count)
            switch generator.random.below(100) {
            case 0..<70:
                let text = generator.message()
                messages += 1
                if let name = people[index].note(text) { sent[name, default: 0] += 1 }
                stage.handle(.received(text, on: people[index].connection))
            case 70..<95: try letLogAnswer(&stage)
            case 95: stage.handle(.receivedBinary(on: people[index].connection))
            case 96: stage.failCommit(.unavailable(code: "10"))
            case 97:
                stage.now.milliseconds += Int64(generator.random.below(100_000))
                stage.setClock(by: Int64(generator.random.below(20_000)) - 10_000)
                stage.wake()
            default:
                stage.handle(.disconnected(people[index].connection))
                _ = stage.heardInFull(people[index].connection)
                connect(&people[index], &stage)
            }
            if generator.random.below(100) == 0 { listen(&people, &stage) }
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
        person = Person(nextConnection())
        let visitor = generator.random.element(of: ["ann", "bob", nil])
        stage.handle(.connected(person.connection, visitor: visitor ?? nil, address: "192.0.2.1"))
        _ = stage.heardInFull(person.connection)
    }

    private mutating func nextConnection() -> ConnectionID {
        lastPlace += 1
        return ConnectionID(place: lastPlace, generation: 1)
    }

    private mutating func letLogAnswer(_ stage: inout Stage) throws {
        switch generator.random.below(4) {
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
                replies[message.kind.rawValue, default: 0] += 1
                learn(from: message)
                people[index].hear(message.text, isRefusal: message.refused != nil)
            }
        }
    }

    private mutating func learn(from message: ServerMessage) {
        func learn(_ field: String, _ value: String?) {
            guard let value, generator.known[field, default: []].count < 8 else { return }
            generator.known[field, default: []].append(value)
        }
        switch message {
        case .opened(let opened):
            learn("interview", opened.interview.text)
            learn("token", opened.token)
        case .pasted(let pasted): learn("document", pasted.document)
        default: break
        }
    }

    func failure(_ what: String) -> Failure {
        Failure(description: "\(what) (seed \(seed), by message \(messages))")
    }
}

/// Whoever talks to the hub on one connection, with what is still to be answered.
private struct Person {
    let connection: ConnectionID
    private var asked: [String: Int] = [:]
    private var answered: [String: [String]] = [:]
    private var lastTexts: [String: String] = [:]
    private var nameless = 0

    init(_ connection: ConnectionID) {
        self.connection = connection
    }

    /// - Returns: The request's name, where it has one.
    mutating func note(_ text: String) -> String? {
        let ref: Reference?
        do {
            // Some messages have no name, and nobody answers them.
            guard let name = try ClientMessage(text: text).ref else { return nil }
            ref = name
        } catch {
            ref = error.ref
        }
        asked[ref?.text ?? "", default: 0] += 1
        lastTexts[ref?.text ?? ""] = text
        return ref?.text
    }

    mutating func hear(_ text: String, isRefusal: Bool) {
        let name = reference(in: text) ?? (isRefusal ? "" : nil)
        if let name { answered[name, default: []].append(text) }
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
