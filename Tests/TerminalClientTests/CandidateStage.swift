import Greenroom
import HubStage
import Interviews
import Transcripts
import Wire

@testable import TerminalClient

/// A candidate in front of the real hub: what is typed goes in, what is shown comes out.
struct CandidateStage {
    var stage: Stage
    var session: CandidateSession
    private(set) var shown: [Line] = []
    private(set) var notes: [String] = []
    private(set) var kept: SeatNote?
    private(set) var status: Int32?
    private(set) var delays: [Duration] = []
    private(set) var sent: [ClientMessage] = []
    /// Whether what is sent arrives.
    var isConnected = false
    /// What the server said and the candidate has not heard yet, while `isDeaf`.
    var isDeaf = false
    /// By the candidate's clock.
    var now = Duration.zero
    private(set) var wakeUps: [Duration] = []

    init(
        _ stage: Stage = Stage(), count: Int = 3, isConversation: Bool = false, isSpoken: Bool = false,
        pace: Settings.Pace = .instant, topics: [String] = [], references: String = "t",
        goingOnWith note: SeatNote? = nil, _ change: (inout SetUp) -> Void = { _ in }
    ) {
        self.stage = stage
        var setUp = SetUp(topics: topics, count: count, seed: "s", pace: pace)
        change(&setUp)
        session = CandidateSession(
            setUp,
            manner: .init(isConversation: isConversation, isSpoken: isSpoken), server: nil,
            references: references, goingOnWith: note)
    }

    mutating func handle(_ input: CandidateSession.Input) throws {
        for effect in session.handle(input, at: now) {
            switch effect {
            case .show(let lines): shown += lines
            case .speak(let words): shown.append(Line(words))
            case .note(let sentence): notes.append(sentence)
            case .send(let message):
                sent.append(message)
                if isConnected { stage.say(message) }
            case .connect(let duration): delays.append(duration)
            case .keep(let note): kept = note
            case .forget: kept = nil
            case .finish(let status): self.status = status
            case .wake(let duration): wakeUps.append(duration)
            case .endSpeech, .prompt: break
            }
        }
    }

    mutating func connect() throws {
        isConnected = true
        stage.handle(.connected(ann))
        try handle(.connected)
        try settle()
    }

    mutating func lose() throws {
        isConnected = false
        stage.handle(.disconnected(ann))
        _ = stage.heard()
        try handle(.disconnected("lost", isFinal: false))
    }

    /// Everybody does what there is to do, until there is nothing more.
    mutating func settle() throws {
        while true {
            try stage.commit()
            try stage.load()
            stage.wake()
            if try !hear(), stage.appends.isEmpty { return }
        }
    }

    /// What was said until now.
    ///
    /// - Returns: Whether there was anything.
    @discardableResult
    mutating func hear() throws -> Bool {
        let heard = isDeaf ? [] : stage.heardWithStamps().filter { $0.kind != .probed }
        for message in heard where isConnected { try handle(.heard(message)) }
        return !heard.isEmpty
    }

    mutating func type(_ lines: String...) throws {
        for line in lines { try handle(.typed(line)) }
        try settle()
    }

    /// What was shown since the last call, as plain text.
    mutating func text() -> String {
        defer { shown = [] }
        return Page(width: nil, isColoured: false).text(of: shown)
    }
}
