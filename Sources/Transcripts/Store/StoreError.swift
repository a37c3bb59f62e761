public import Interviews

/// Why the log could not be opened, written or read.
///
/// Holds nothing that a person wrote, so its description may go to a log line or an operator's screen.
public enum StoreError: Error, Hashable, Sendable {
    /// No space is left where the log is kept.
    case full
    /// The disk, the file or the database server fails or is held by somebody else. May mend itself.
    case unavailable(code: String)
    /// What is stored is damaged or no log of ours.
    case corrupt
    /// An event was kept that this version cannot read: by a newer version, or by somebody's hand.
    case unreadable(InterviewID, seq: Int)
    /// The store refuses what it was given; another append may well pass.
    case failed(code: String)

    /// Too much is waiting already; nothing was tried.
    case busy
    /// The store, the writer or the reader was stopped; nothing was tried.
    case stopped

    /// The data folder cannot be created, entered or written.
    case notWritable(folder: String)
    /// Another process uses the data folder.
    case inUse(folder: String)
    /// The log was written by a newer version.
    case newerSchema
    /// What was committed could be lost in a power cut: a setting reads back differently from what was asked.
    case notDurable(setting: String)
}

extension StoreError {
    /// Whether the fault lies with one append, so that the others of its transaction should be tried without.
    var concernsOneAppend: Bool {
        switch self {
        case .failed: true
        case .full, .unavailable, .corrupt, .unreadable, .busy, .stopped, .notWritable, .inUse, .newerSchema,
            .notDurable:
            false
        }
    }
}

extension StoreError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .full: "no space is left for the log"
        case .unavailable(let code): "the log cannot be reached (\(code))"
        case .corrupt: "the log is damaged, or the file is no log"
        case .unreadable(let interview, let seq):
            "event \(seq) of interview \(interview) cannot be read by this version"
        case .failed(let code): "the log refuses to keep this (\(code))"
        case .busy: "too much is waiting for the log"
        case .stopped: "the log is closed"
        case .notWritable(let folder): "the data folder \(folder) cannot be written"
        case .inUse(let folder): "the data folder \(folder) is used by another process"
        case .newerSchema: "the log was written by a newer version"
        case .notDurable(let setting):
            "the log would not survive a power cut here: \(setting) cannot be set as it must"
        }
    }
}
