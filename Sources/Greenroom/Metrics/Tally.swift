import Interviews
import Synchronization
import Transcripts
import Wire

/// What happens on the loop, counted where it happens and read from elsewhere.
final class Tally: Sendable {
    struct Counts: Sendable {
        var refusals: [RefusalCode: Int] = [:]
        /// By kind and scope.
        var limitsMet: [String: Int] = [:]
        var interviewsOpened = 0
        var interviewsEnded: [String: Int] = [:]
        var seatsResumed = 0
        var answers = 0
        /// As of the last probe.
        var interviews = 0
        var loopLag = DurationHistogram()
    }

    private let counts = Mutex(Counts())

    func count(_ change: (inout Counts) -> Void) {
        counts.withLock { change(&$0) }
    }

    func count(_ observation: Hub.Observation) {
        count { counts in
            switch observation {
            case .opened: counts.interviewsOpened += 1
            case .resumed: counts.seatsResumed += 1
            case .ended(_, let reason): counts.interviewsEnded["\(reason)", default: 0] += 1
            case .refused(let code): counts.refusals[code, default: 0] += 1
            case .limited(let kind, let scope, _):
                counts.limitsMet[Self.name(kind, scope), default: 0] += 1
            case .notKept, .notLoaded: break
            }
        }
    }

    static func name(_ kind: RequestLimits.Kind, _ scope: RequestLimits.Scope) -> String {
        "\(kind.rawValue)/\(scope.rawValue)"
    }

    /// Answers are counted when they are kept.
    func count(_ completions: [LogWriter.Completed]) {
        var kept = 0
        for case .success(.recorded(let events)) in completions.map(\.result) {
            kept += events.count { if case .answered = $0.event { true } else { false } }
        }
        if kept > 0 { count { $0.answers += kept } }
    }

    var current: Counts { counts.withLock { $0 } }
}
