/// What a candidate types instead of an answer: a slash and a word.
enum CandidateCommand: Hashable {
    case help, hint, points, retry, model, next, skip, undo, question, again, pause, `continue`, time,
        progress, end,
        drop
    case extend(seconds: Int)
    /// The number of a point as the feedback counts them, and perhaps the words that say it.
    case dispute(point: Int, words: String)
    case withdraw(point: Int)
    /// Something for a room's chat.
    case say(String, isForHosts: Bool)
    case people

    enum Unreadable: Error, Hashable {
        /// There is none of that name.
        case unknown(String)
        /// How it is to be used.
        case usage(String)
    }

    /// nil: the line is text.
    static func read(_ line: String) throws(Unreadable) -> CandidateCommand? {
        guard line.hasPrefix("/"), !line.hasPrefix("//") else { return nil }
        let parts = line.dropFirst().split(separator: " ", maxSplits: 2).map(String.init)
        guard let name = parts.first?.lowercased() else { throw .unknown("/") }
        if let simple = simple[name] { return simple }
        let number = parts.count > 1 ? Int(parts[1]) : nil
        switch name {
        case "dispute":
            guard let number else { throw .usage("/dispute N, or /dispute N the words that say it") }
            return .dispute(point: number, words: parts.count > 2 ? parts[2] : "")
        case "withdraw":
            guard let number else { throw .usage("/withdraw N") }
            return .withdraw(point: number)
        case "say", "tell":
            let words = parts.dropFirst().joined(separator: " ")
            guard !words.isEmpty else { throw .usage("/\(name) WORDS") }
            return .say(words, isForHosts: name == "tell")
        case "extend":
            guard let seconds = parts.count == 1 ? 60 : number, (15...3600).contains(seconds) else {
                throw .usage("/extend SECONDS, from 15 to 3600")
            }
            return .extend(seconds: seconds)
        default:
            throw .unknown("/" + name)
        }
    }

    private static let simple: [String: CandidateCommand] = [
        "help": .help, "?": .help, "hint": .hint, "points": .points, "retry": .retry, "model": .model,
        "next": .next,
        "skip": .skip,
        "undo": .undo, "question": .question, "again": .again, "pause": .pause, "continue": .continue,
        "time": .time,
        "progress": .progress, "end": .end, "quit": .end, "leave": .end, "people": .people, "drop": .drop,
    ]
}
