/// How far an interview has come: the room's, or a seat's own where that is another.
struct Progress: Hashable, Sendable {
    /// How many of the questions were asked: they are asked in order.
    var asked = 0
    /// The index of the question that is being answered.
    var current: Int?
    /// The only one who answers, in the hot seat.
    var answering: SeatID?
    /// `nil` where there is no limit.
    var clock: Clock?
    /// Whether the time is up, or a host closed the answers.
    var isClosed = false
    /// The seat has come to the end, where each moves on alone.
    var isFinished = false
    var pausedSince: Timestamp?
    /// How long the clock was stopped on purpose so far, in milliseconds.
    var pauses: Int64 = 0
    /// When the current question was asked, and what pauses there had been by then.
    private var askedAt: Timestamp?
    private var pausesBefore: Int64 = 0

    var isPaused: Bool { pausedSince != nil }

    /// Since the current question was asked, in milliseconds, without pauses.
    func elapsed(at now: Timestamp) -> Int64? {
        askedAt.map { max(0, now.milliseconds - $0.milliseconds - (pauses - pausesBefore)) }
    }

    /// A question is the current one from now on.
    mutating func begin(_ question: Int, prompt: String, _ settings: Settings?, at now: Timestamp) {
        current = question
        (askedAt, pausesBefore) = (now, pauses)
        guard let settings, let limit = settings.limit else {
            isClosed = false
            return
        }
        switch limit.per {
        case .question:
            endPause(at: now)
            isClosed = false
            // Nobody has to answer before the question was heard.
            let speaking = settings.pace.duration(of: prompt)
            clock = Clock(per: .question, budget: Int64(limit.seconds) * 1000 + speaking, since: now)
        case .interview:
            clock = clock ?? Clock(per: .interview, budget: Int64(limit.seconds) * 1000, since: now)
            // The answers to the question before were closed, not the interview.
            if isClosed, clock?.remaining(at: now) != 0 {
                isClosed = false
                clock?.start(at: now)
            }
        }
    }

    mutating func pause(at now: Timestamp) -> Bool {
        guard clock?.isRunning == true else { return false }
        clock?.stop(at: now)
        pausedSince = now
        return true
    }

    mutating func resume(at now: Timestamp) -> Bool {
        guard clock != nil, isPaused else { return false }
        endPause(at: now)
        clock?.start(at: now)
        return true
    }

    mutating func extend(seconds: Int, at now: Timestamp) -> Bool {
        guard let before = clock else { return false }
        clock?.add(milliseconds: Int64(seconds) * 1000)
        if isClosed, !isPaused {
            // What went by after the time was up does not count.
            clock?.used = before.budget
            clock?.start(at: now)
        }
        isClosed = false
        return true
    }

    mutating func close(at now: Timestamp) {
        clock?.stop(at: now)
        isClosed = true
    }

    /// Takes back that the answers were closed; a clock goes on where it stood.
    mutating func reopen(at now: Timestamp) {
        isClosed = false
        if !isPaused { clock?.start(at: now) }
    }

    private mutating func endPause(at now: Timestamp) {
        guard let since = pausedSince else { return }
        pauses += max(0, now.milliseconds - since.milliseconds)
        pausedSince = nil
    }
}
