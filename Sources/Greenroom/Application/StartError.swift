public import QuestionBank
public import Transcripts
public import WebSockets

/// Why the server cannot start, in words for whoever starts it.
public enum StartError: Error, CustomStringConvertible {
    case bank(BankError)
    case store(StoreError)
    case loop(LoopError)
    case client(folder: String, reason: String)
    case unsafe([UnsafeSetting])

    /// Another process has the data folder.
    public var isInUse: Bool {
        if case .store(.inUse) = self { true } else { false }
    }

    /// A database that cannot be reached now may be there when the server is started again.
    public var mayPass: Bool {
        if case .store(.unavailable) = self { true } else { false }
    }

    public var description: String {
        switch self {
        case .bank(let error): "bank: \(error)"
        case .store(let error): "data: \(error)"
        case .loop(let error): "listen: \(error)"
        case .client(let folder, let reason): "client: \(folder): \(reason)"
        case .unsafe(let settings): settings.map { "unsafe: \($0)" }.joined(separator: "\n")
        }
    }
}
