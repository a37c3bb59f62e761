extension Settings.Pace {
    /// How long a word takes, in milliseconds; `nil`: all at once. People converse at about 150 words a minute and
    /// read at about 240 (Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109,
    /// 2019).
    public var millisecondsPerWord: Int? {
        switch self {
        case .slow: 400
        case .natural: 250
        case .fast: 120
        case .instant: nil
        }
    }

    /// How long a prompt takes to be spoken, roughly, in milliseconds.
    func duration(of prompt: String) -> Int64 {
        Int64(prompt.split(whereSeparator: \.isWhitespace).count * (millisecondsPerWord ?? 0))
    }
}
