import Foundation

/// What goes to a person's screen, and only there.
enum Terminal {
    /// Standard output is a terminal that can move its cursor.
    static let isLive =
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    /// https://no-color.org
    static let isColoured =
        isLive && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    private static let showsProgress = isatty(STDERR_FILENO) == 1

    /// To standard output, as it stands.
    static func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    /// Columns of the terminal, at most as many as are good to read; of a file as COLUMNS says, if it does.
    static var width: Int? {
        var size = winsize()
        if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return max(20, min(100, Int(size.ws_col)))
        }
        if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), columns > 0 {
            return max(20, columns)
        }
        return isLive ? 80 : nil
    }

    static func complain(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// A line that the next one replaces; nothing where nobody watches.
    static func progress(_ text: String) {
        guard showsProgress else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }

    static func endProgress() {
        progress("")
    }

    enum Style: String {
        case bold = "1"
        case faint = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
    }

    static func styled(_ text: String, _ style: Style) -> String {
        isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
