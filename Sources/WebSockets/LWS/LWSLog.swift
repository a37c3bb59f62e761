import CLibWebSockets
import Synchronization

/// Takes what libwebsockets logs. It has one sink a process, so the last loop that started owns it.
final class LWSLog: Sendable {
    private struct State {
        var sink: (@Sendable (LogLevel, String) -> Void)?
        var gate = LogGate()
        /// The last line that was let through, for errors at start.
        var last = ""
    }

    static let shared = LWSLog()

    private let state = Mutex(State())

    /// (`lws_set_log_level`)
    func install(_ sink: @escaping @Sendable (LogLevel, String) -> Void) {
        state.withLock { $0.sink = sink }
        unsafe lws_set_log_level(clws_log_levels, logCallback)
    }

    /// For a client beside a loop or alone: nobody's screen is libwebsockets' to write on.
    func installUnlessThereIsOne() {
        state.withLock { if $0.sink == nil { $0.sink = { _, _ in } } }
        unsafe lws_set_log_level(clws_log_levels, logCallback)
    }

    var lastLine: String { state.withLock { $0.last } }

    fileprivate func take(_ level: LogLevel, _ bytes: UnsafeRawBufferPointer) {
        let line = unsafe LogGate.escaped(bytes)
        // Says no more than that a head was given to it.
        if line.contains("adopt_socket_readbuf: calling service") { return }
        let (sink, lines) = state.withLock { state in
            state.last = line
            return (state.sink, state.gate.admit(line, at: MonotonicTime.now))
        }
        for admitted in lines { sink?(level, admitted) }
    }
}

/// At most a hundred lines a second; says how many it dropped.
struct LogGate {
    static let linesPerSecond = 100

    private var windowStart: UInt64 = 0
    private var admitted = 0
    private var dropped = 0

    mutating func admit(_ line: String, at now: UInt64) -> [String] {
        var lines: [String] = []
        if now >= windowStart + 1_000_000_000 {
            if dropped > 0 { lines.append("\(dropped) lines of the log were dropped") }
            (windowStart, admitted, dropped) = (now, lines.count, 0)
        }
        guard admitted < Self.linesPerSecond else {
            dropped += 1
            return lines
        }
        admitted += 1
        return lines + [line]
    }

    /// Printable ASCII stays, everything else is written as `\xNN`; at most 500 bytes.
    static func escaped(_ bytes: UnsafeRawBufferPointer) -> String {
        var line = ""
        for index in 0..<min(bytes.count, 500) {
            let byte = unsafe bytes[index]
            if byte == UInt8(ascii: "\n") && index == bytes.count - 1 { break }
            if byte >= 0x20, byte < 0x7f, byte != UInt8(ascii: "\\") {
                line.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let hex = String(byte, radix: 16)
                line += hex.count == 1 ? "\\x0\(hex)" : "\\x\(hex)"
            }
        }
        return line
    }
}

private func logCallback(_ level: CInt, _ line: UnsafePointer<CChar>?) {
    guard let line = unsafe line else { return }
    let bytes = unsafe UnsafeRawBufferPointer(start: line, count: strlen(line))
    unsafe LWSLog.shared.take(level & CInt(LLL_ERR) != 0 ? .error : .warning, bytes)
}
