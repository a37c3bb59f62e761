public import Interviews

/// What others did to a log that several servers write.
public enum News: Hashable, Sendable {
    /// So far interviews have come.
    case advanced([InterviewID: Int])
    case gone([InterviewID])
    /// A browser has become another visitor's, or a visitor was forgotten.
    case browsers
    /// Who is in rooms at another server; whoever is not said of is as before.
    case whispered(Whisper)
    /// Nothing may have been missed, but nobody can be sure: time to ask how far what is held has come.
    case look
    /// The line was lost for a while: what is held may be old in every way.
    case unknown
}

/// Hears of others, and lets them hear, while it lives.
public protocol LogWatch: Sendable {
    /// Tells the other servers what was done here; from any thread, and does not wait.
    func tell(_ news: News)

    /// Ends its threads, and returns. Not to be called from where news are taken.
    func stop()
}

extension LogWatch {
    /// Tells the others what was kept here.
    public func tell(_ completed: [LogWriter.Completed]) {
        var latest: [InterviewID: Int] = [:]
        for completed in completed {
            guard case .success(.recorded(let events)) = completed.result, let last = events.last else {
                continue
            }
            latest[completed.interview] = last.seq
        }
        if !latest.isEmpty { tell(.advanced(latest)) }
    }
}
