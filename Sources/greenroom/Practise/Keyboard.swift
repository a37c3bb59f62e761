import Foundation
import Greenroom
import TerminalClient

/// Reads what is typed, or piped in, line by line.
enum Keyboard {
    /// On a thread of its own, to the end of the input.
    static func start(_ put: @escaping @Sendable (CandidateSession.Input) -> Void) {
        Thread.detachNewThread {
            let isTerminal = isatty(STDIN_FILENO) == 1
            var rest: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 64 * 1024)
            while true {
                let count = unsafe read(STDIN_FILENO, &buffer, buffer.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else {
                    if !rest.isEmpty { put(.typed(String(decoding: rest, as: UTF8.self))) }
                    rest = []
                    put(.endOfInput)
                    // On a terminal Ctrl-D ends an answer; the keyboard is still there.
                    if isTerminal && count == 0 && !hasHungUp { continue }
                    return
                }
                rest += buffer[..<count]
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    let line = String(decoding: rest[..<end], as: UTF8.self)
                    rest.removeSubrange(...end)
                    // Nobody types the next line within a blink: it was pasted.
                    put(.typed(line, isPasted: isTerminal && hasMore))
                }
            }
        }
    }

    /// Whether more is there already.
    private static var hasMore: Bool { look(milliseconds: 20) & Int16(POLLIN) != 0 }

    /// Whether the terminal is gone: from then on there is nothing but ends of input.
    private static var hasHungUp: Bool { look(milliseconds: 0) & Int16(POLLHUP | POLLERR) != 0 }

    private static func look(milliseconds: Int32) -> Int16 {
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&input, 1, milliseconds) > 0 ? input.revents : 0
    }
}
