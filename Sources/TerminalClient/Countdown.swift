import Interviews
import Wire

/// What is left of the time: told by the server, counted down here.
struct Countdown: Hashable, Sendable {
    let per: Settings.TimeLimit.Scope
    let isRunning: Bool
    private let left: Duration
    private let since: Duration
    /// The shortest of the remaining times that was announced.
    var announced: Duration?

    /// When a person is told how much is left: not more often, so as not to be in the way.
    static let announcements: [Duration] = [.seconds(60), .seconds(30), .seconds(10), .zero]

    init(_ clock: ClockView, at now: Duration) {
        (per, isRunning) = (clock.per, clock.running)
        left = .milliseconds(max(0, clock.remaining))
        since = now
        announced = Self.announcements.last { $0 >= left }
    }

    func remaining(at now: Duration) -> Duration {
        isRunning ? max(.zero, left - (now - since)) : left
    }

    /// When the next is due.
    var nextAnnouncement: Duration? {
        guard isRunning, let next = Self.announcements.first(where: { $0 < (announced ?? left) }) else {
            return nil
        }
        return since + left - next
    }

    /// What has become due, if anything has; once.
    mutating func takeAnnouncement(at now: Duration) -> Duration? {
        let left = remaining(at: now)
        guard isRunning, let due = Self.announcements.last(where: { $0 >= left }),
            due < (announced ?? .seconds(1_000_000))
        else { return nil }
        announced = due
        return due
    }
}

extension CandidateSession {
    mutating func timeHasCome() {
        if let at = sendsAgainAt, at <= now {
            sendsAgainAt = nil
            sendAgain()
        }
        guard let left = clock?.takeAnnouncement(at: now) else { return }
        if left > .zero {
            if manner.isConversation { say(Words.left(left, true)) }
        } else if isReady, !draft.isEmpty {
            say(Words.timeUpSending)
            submit()
        }
    }

    /// The time is up, and the server has waited for what was still on its way.
    mutating func closed(_ closed: ServerMessage.Closed) {
        say(Words.timeUp)
        guard isReady, let seat else { return }
        // Late, but kept.
        guard draft.isEmpty else { return submit() }
        switch closed.per {
        case .interview: request(.end(.init(ref: makeReference(), interview: seat.interview)))
        case .question where isRealistic:
            request(.next(.init(ref: makeReference(), interview: seat.interview, question: closed.question)))
        case .question: if manner.isConversation { say(Words.timeUpNext) }
        }
    }

    /// One wake-up at a time: the next one that matters.
    mutating func askToBeWoken() {
        let next = [sendsAgainAt, clock?.nextAnnouncement].compactMap(\.self).min()
        guard let next, next != wakesAt else { return }
        wakesAt = next
        effects.append(.wake(after: max(.zero, next - now)))
    }
}
