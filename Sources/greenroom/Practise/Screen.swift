import Foundation
import Greenroom
import TerminalClient

/// Writes to the candidate's terminal, or wherever the output goes.
struct Screen {
    let isConversation: Bool
    /// Nobody reads what is written.
    private(set) var isBroken = false
    private var spoken: SpokenText?
    /// The cursor stands behind the sign that invites to type.
    private var isAtPrompt = false

    init(isConversation: Bool) { self.isConversation = isConversation }

    private static let sign = "> "

    mutating func show(_ lines: [Line]) {
        leavePrompt()
        write(page.text(of: lines))
    }

    mutating func speak(_ words: String) {
        leavePrompt()
        var text = spoken ?? SpokenText(width: page.width ?? 80)
        write(text.add(words))
        spoken = text
    }

    mutating func endSpeech() {
        if spoken != nil { write("\n") }
        spoken = nil
    }

    mutating func prompt() {
        guard isConversation, Terminal.isLive, !isAtPrompt else { return }
        write(Self.sign)
        isAtPrompt = true
    }

    mutating func note(_ sentence: String) {
        leavePrompt()
        endSpeech()
        Terminal.complain(sentence)
    }

    /// The terminal has shown it already, and has begun a new line, but not for Ctrl-D.
    mutating func typed(_ input: CandidateSession.Input) {
        switch input {
        case .typed: isAtPrompt = false
        case .endOfInput, .interrupted:
            if isAtPrompt { write("\n") }
            isAtPrompt = false
        default: break
        }
    }

    private mutating func leavePrompt() {
        guard isAtPrompt else { return }
        write("\r\u{1B}[K")
        isAtPrompt = false
    }

    private var page: Page { Page(width: Terminal.width, isColoured: Terminal.isColoured) }

    private mutating func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                isBroken = true
                return
            }
            bytes.removeFirst(count)
        }
    }
}
