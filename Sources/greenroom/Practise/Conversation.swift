import Dispatch
import Foundation
import Greenroom
import TerminalClient
import WebSockets
import Wire

/// Does what a session decides: writes, sends, keeps, waits.
struct Conversation {
    var session: CandidateSession
    let inputs: Inputs
    var screen: Screen
    let link: Link
    let place: KeptSeat.Place

    private var wakeUp: DispatchTime?
    private var reconnect: DispatchTime?
    private var status: Int32?

    init(session: CandidateSession, inputs: Inputs, screen: Screen, link: Link, place: KeptSeat.Place) {
        self.session = session
        self.inputs = inputs
        self.screen = screen
        self.link = link
        self.place = place
    }

    /// - Returns: the status to end with.
    mutating func run() -> Int32 {
        Keyboard.start { [inputs] in inputs.put(.candidate($0)) }
        link.connect()
        while status == nil {
            let deadline = [wakeUp, reconnect].compactMap(\.self).min() ?? .distantFuture
            if let input = inputs.next(before: deadline) { take(input) } else { timeHasCome() }
            if screen.isBroken { status = status ?? 74 }  // EX_IOERR
        }
        link.close()
        waitForGoodbye()
        return status ?? 0
    }

    private mutating func take(_ input: Inputs.Input) {
        switch input {
        case .candidate(let input):
            screen.typed(input)
            handle(input)
        case .link(link.number, .opened(let cookies)):
            link.opened(cookies)
            handle(.connected)
        case .link(link.number, .received(let text)):
            // What a newer server says beyond what is known here is not for us.
            if let message = Wire.message(text) { handle(.heard(message)) }
        case .linkEnded(link.number, let end):
            handle(.disconnected(end.sentence(of: link.address), isFinal: end.isFinal))
        case .link, .linkEnded: break
        }
    }

    private mutating func timeHasCome() {
        let now = DispatchTime.now()
        if let reconnect, reconnect <= now {
            self.reconnect = nil
            link.connect()
        }
        if let wakeUp, wakeUp <= now {
            self.wakeUp = nil
            handle(.woken)
        }
    }

    private mutating func handle(_ input: CandidateSession.Input) {
        let now = Duration.nanoseconds(Int64(DispatchTime.now().uptimeNanoseconds))
        for effect in session.handle(input, at: now) { perform(effect) }
    }

    private mutating func perform(_ effect: CandidateSession.Effect) {
        switch effect {
        case .show(let lines): screen.show(lines)
        case .speak(let words): screen.speak(words)
        case .endSpeech: screen.endSpeech()
        case .prompt: screen.prompt()
        case .note(let sentence): screen.note(sentence)
        case .send(let message): link.send(Wire.text(message))
        case .connect(let duration): reconnect = .now() + duration.jittered
        case .wake(let duration): wakeUp = .now() + duration.seconds
        case .keep(let note): SeatFolder.standard.keep(KeptSeat(note: note, place: place))
        case .forget(let interview): SeatFolder.standard.forget(interview)
        case .finish(let status): self.status = status
        }
    }

    /// The connection is closed in order, if the server is not too slow for it.
    private func waitForGoodbye() {
        let deadline = DispatchTime.now() + 2
        while let input = inputs.next(before: deadline) {
            if case .linkEnded(link.number, _) = input { return }
        }
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }

    /// So that not everybody who lost a server comes back at the same moment.
    fileprivate var jittered: Double { seconds * Double.random(in: 0.5...1) }
}

extension ClientEnd {
    /// Trying again would not help.
    fileprivate var isFinal: Bool {
        switch self {
        case .notTrusted, .noTLS, .unusableAuthority, .notUnderstood, .cannotStart: true
        case .closed, .lost, .unknownHost, .unreachable, .timedOut, .refused, .messageTooBig: false
        }
    }

    fileprivate func sentence(of address: WebSocketAddress) -> String { "greenroom: \(address): \(self)" }
}

/// Messages as the text of frames.
private enum Wire {
    static func message(_ text: String) -> StampedMessage? {
        try? JSONDecoder().decode(StampedMessage.self, from: Data(text.utf8))
    }

    static func text(_ message: ClientMessage) -> String {
        guard let data = try? JSONEncoder().encode(message) else {
            preconditionFailure("a message of ours that JSON cannot hold")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
