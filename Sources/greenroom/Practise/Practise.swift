public import ArgumentParser
import Foundation
import Greenroom
public import Interviews
import Logging
import TerminalClient
import WebSockets
import Wire

/// `greenroom practise`
struct Practise: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "An interview in the terminal, on a running server or by itself.",
        discussion: """
            Answers may have several lines and end with an empty one; /help says what else can be typed. Reads from \
            a pipe too: printf 'My answer.\\n\\n/next\\n' | greenroom practise --count 1 --seed demo
            """,
        aliases: ["practice"])

    @Option(
        help: "A running server, as http://, https://, ws:// or wss://. (default: one within this program)")
    var server: String?

    @Option(help: "A file of certificates (PEM) to trust beside the system's, for https:// and wss://.")
    var ca: String?

    @Option(help: "Topics, separated by commas: ids or titles. (default: all)")
    var topics = ""

    @Option(help: "The number of questions. (default: 5, or what there is time for)")
    var count: Int?

    @Option(help: "coached: feedback after each answer; realistic: all of it at the end.")
    var mode = Settings.Mode.coached

    @Option(help: "any, easy, medium, hard, rising, or adaptive to the last answers.")
    var difficulty = Settings.DifficultyPlan.any

    @Option(help: "mixed: topics take turns; byTopic: one after the other.")
    var order = Settings.Order.mixed

    @Option(help: "coverage: a percentage; points: what was said and what was not, never a number.")
    var score = Settings.Score.coverage

    @Option(help: "Seconds for each question.")
    var perQuestion: Int?

    @Option(help: "Seconds for the whole interview.")
    var inAll: Int?

    @Flag(help: "Rather questions that were not asked lately.")
    var fresh = false

    @Flag(help: "The key points that are due for you today.")
    var due = false

    @Option(help: "Makes the interview repeatable: the same seed and the same bank, the same questions.")
    var seed: String?

    @Option(
        help:
            "How fast questions are spoken: slow, natural, fast or instant. (default: natural on a terminal)")
    var pace: Settings.Pace?

    @Flag(help: "Goes on with the latest interview that was left.")
    var resume = false

    @Option(help: "Takes a seat in the room with this code, on --server or the server of --data.")
    var join: String?

    @Option(help: "What you are called in the room. (default: you are asked)")
    var name: String?

    @Option(help: "candidate, or spectator to watch only.")
    var role = Seat.Role.candidate

    @Option(help: "The room's password. (default: you are asked where there is one)")
    var password: String?

    @Option(
        help:
            "A folder with questions, without --server; may be given more than once. (default: the built-in bank)"
    )
    var bank: [String] = Environment.list("BANK")

    @Option(help: "The folder where transcripts are kept, without --server.")
    var data = Environment.string("DATA") ?? DefaultFolders.data

    func validate() throws {
        if let server, WebSocketAddress(server, path: Link.path) == nil {
            throw ValidationError(
                "--server takes an address such as http://localhost:8080 or wss://example.org.")
        }
        if let join {
            guard RoomCode(join) != nil else {
                throw ValidationError("--join takes a room's code such as kq7m-2xrd.")
            }
            guard role != .host else { throw ValidationError("Nobody joins a room as a host.") }
            guard !resume else { throw ValidationError("Either --join or --resume.") }
            guard roomServer != nil else {
                throw ValidationError("--join takes the room's server: --server https://example.org")
            }
        }
        guard (1...Settings.maximumCount).contains(count ?? 1) else {
            throw ValidationError("--count takes a number from 1 to \(Settings.maximumCount).")
        }
        guard perQuestion == nil || inAll == nil else {
            throw ValidationError("Either --per-question or --in-all.")
        }
        guard Settings.TimeLimit.allowedSeconds.contains(perQuestion ?? inAll ?? 60) else {
            let allowed = Settings.TimeLimit.allowedSeconds
            throw ValidationError("A time has \(allowed.lowerBound) to \(allowed.upperBound) seconds.")
        }
    }

    func run() throws {
        signal(SIGPIPE, SIG_IGN)
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = .error
            return handler
        }
        let events = Inputs()
        // Before any thread is started, so that every thread leaves the signals to this one.
        InterruptThread.start { events.put(.candidate(.interrupted)) }
        let kept = try resume ? latest() : nil
        let status = try converse(events, goingOnWith: kept)
        if status != 0 { throw ExitCode(status) }
    }

    private func latest() throws -> KeptSeat {
        if let kept = SeatFolder.standard.latest(server: server) { return kept }
        Terminal.complain("greenroom: there is no interview to go on with")
        throw ExitCode(66)  // EX_NOINPUT
    }

    private func converse(_ inputs: Inputs, goingOnWith kept: KeptSeat?) throws -> Int32 {
        let url = join == nil ? server ?? kept?.note.server : roomServer
        var place = kept?.place ?? KeptSeat.Place(data: data, banks: bank)
        place.certificateAuthority = ca ?? place.certificateAuthority
        let embedded = try url == nil ? EmbeddedServer.start(place) : nil
        defer { embedded?.stop() }
        guard let address = WebSocketAddress(url ?? embedded?.address ?? "", path: Link.path) else {
            throw ValidationError("There is no server to go on with.")
        }
        let isConversation = isatty(STDIN_FILENO) == 1
        let session = CandidateSession(
            setUp, manner: .init(isConversation: isConversation, isSpoken: Terminal.isLive), server: url,
            references: "t-" + UUID().uuidString.lowercased(), goingOnWith: kept?.note)
        var conversation = Conversation(
            session: session, inputs: inputs, screen: Screen(isConversation: isConversation),
            link: Link(
                address: address, certificateAuthority: place.certificateAuthority,
                visitor: VisitorFile(server: url ?? place.data),
                inputs: inputs), place: place)
        return conversation.run()
    }

    /// Where rooms are looked for: on the server that runs on the data folder, where none is named.
    private var roomServer: String? { server ?? AddressNote.read(in: data) }

    private var entry: RoomEntry? {
        guard let code = join.flatMap(RoomCode.init) else { return nil }
        // Whoever was there before has the same seat again.
        let before = SeatFolder.standard.latest(server: roomServer, code: code)?.note
        return RoomEntry(
            code: code, secret: before.flatMap { SeatSecret($0.token) } ?? .draw(),
            name: name ?? before?.name,
            role: role, password: password, draft: before?.draft ?? [])
    }

    private var setUp: SetUp {
        let limit =
            perQuestion.map { Settings.TimeLimit(per: .question, seconds: $0) }
            ?? inAll.map { Settings.TimeLimit(per: .interview, seconds: $0) }
        var setUp = SetUp(
            topics: topics.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) },
            count: count ?? (inAll != nil || due ? nil : 5), seed: seed,
            pace: pace ?? (Terminal.isLive ? .natural : .instant))
        setUp.mode = mode
        setUp.score = score
        setUp.difficulty = difficulty
        setUp.order = order
        setUp.limit = limit
        setUp.isFresh = fresh
        setUp.isDue = due
        setUp.entry = entry
        return setUp
    }
}

extension Settings.Pace: ExpressibleByArgument {}
extension Settings.Mode: ExpressibleByArgument {}
extension Settings.DifficultyPlan: ExpressibleByArgument {}
extension Settings.Order: ExpressibleByArgument {}
extension Settings.Score: ExpressibleByArgument {}
extension Seat.Role: ExpressibleByArgument {}

extension SeatSecret {
    fileprivate static func draw() -> SeatSecret {
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        let text = Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
        guard let secret = SeatSecret(text) else { preconditionFailure("32 bytes that are no secret") }
        return secret
    }
}
