import QuestionBank

extension Interview {
    /// A question is the current one from now on.
    mutating func startClock(for question: Int, at now: Timestamp) {
        let pauses = pauses
        for seat in seats {
            _ = update(seat.id, question) { response in
                response.asked = (now, pauses)
                return true
            }
        }
        guard let settings, let limit = settings.limit else { return }
        switch limit.per {
        case .question:
            endPause(at: now)
            isClosed = false
            // Nobody has to answer before the question was heard.
            let speaking = settings.pace.duration(of: questions[question].prompt)
            clock = Clock(per: .question, budget: Int64(limit.seconds) * 1000 + speaking, since: now)
        case .interview:
            clock = clock ?? Clock(per: .interview, budget: Int64(limit.seconds) * 1000, since: now)
        }
    }

    mutating func changeClock(by event: Event, at now: Timestamp) -> Bool {
        guard let clock else { return false }
        switch event {
        case .paused:
            guard clock.isRunning else { return false }
            self.clock?.stop(at: now)
            pausedSince = now
        case .continued:
            guard isPaused else { return false }
            endPause(at: now)
            self.clock?.start(at: now)
        case .timeExtended(let extended):
            self.clock?.budget += Int64(extended.seconds) * 1000
            if isClosed, !isPaused {
                // What went by after the time was up does not count.
                self.clock?.used = clock.budget
                self.clock?.start(at: now)
            }
            isClosed = false
        case .answersClosed(let closed):
            guard !isClosed, phase == .asking(closed.question), clock.isRunning else { return false }
            self.clock?.stop(at: now)
            isClosed = true
        default:
            return false
        }
        return true
    }

    private mutating func endPause(at now: Timestamp) {
        guard let since = pausedSince else { return }
        pauses += max(0, now.milliseconds - since.milliseconds)
        pausedSince = nil
    }
}
