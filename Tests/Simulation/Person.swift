import HubStage
import Interviews
import Wire

/// Somebody at a browser: has a secret, asks for things, and comes back when the line is lost, with what was not
/// answered.
struct Person {
    let number: Int
    /// Whose seat it is: two devices may share one.
    let voice: Int
    let isSpectator: Bool
    var link: Link?
    /// Nothing overtakes on one connection: when the last message of either direction arrives.
    var (lastSaid, lastHeard): (Int64, Int64) = (0, 0)
    /// Whether this connection has the seat.
    var isSeated = false
    /// Whether there is a seat to come back to.
    var hasSeat = false
    /// Sent away once: whoever opened a room comes back by its code then, as everybody does.
    var wasSentAway = false
    /// Not let in any more.
    var isGone = false
    /// How far it has heard, in the lane of everyone and in its own.
    private(set) var heard = (everyone: 0, own: 0)
    /// All changes it was told.
    var told: Set<Int> = []
    /// Requests of this connection without a reply, in order.
    var waiting: [ClientMessage] = []
    /// Requests of an earlier connection without a reply.
    var unsure: [ClientMessage] = []
    /// How often each request was sent at all, and answered on this connection.
    var sent: [String: Int] = [:]
    var answered: [String: Int] = [:]
    /// Requests of which it is not known whether they were kept, so that they may come back as news, too.
    var doubtful: Set<String> = []
    /// Answers that it was told were taken.
    var acknowledged: Set<String> = []
    private var count = 0

    init(_ number: Int, voice: Int, isSpectator: Bool = false) {
        (self.number, self.voice, self.isSpectator) = (number, voice, isSpectator)
    }

    var secret: String { String(repeating: "s", count: 42) + "\(voice)" }

    mutating func nextName() -> Reference {
        count += 1
        return ref("p\(number)-\(count)")
    }

    /// After which number it has to be told again, so that nothing is missing in either lane.
    var seq: Int { min(heard.everyone, heard.own) }

    /// - Returns: Whether a change before this one never came.
    mutating func hear(_ told: Told) -> Bool {
        let changes = told.changes
        self.told.formUnion(changes)
        switch told.message {
        case .opened(let opened): hear(upTo: opened.seq)
        case .joined(let resumed), .resumed(let resumed): hear(upTo: resumed.seq)
        default:
            guard let seq = changes.first else { return false }
            let last = told.isOwn ? heard.own : heard.everyone
            if let before = told.before, before > last { return true }
            if told.isOwn { heard.own = max(last, seq) } else { heard.everyone = max(last, seq) }
        }
        return false
    }

    private mutating func hear(upTo seq: Int) {
        heard = (max(heard.everyone, seq), max(heard.own, seq))
    }

    mutating func lose() {
        // Who comes in comes in anew; everything else is asked once more.
        unsure += waiting.filter { !$0.isComingIn }
        doubtful.formUnion(waiting.compactMap { $0.ref?.text })
        (link, waiting, isSeated, answered) = (nil, [], false, [:])
    }
}

extension ClientMessage {
    /// Whether it wants a seat.
    var isComingIn: Bool {
        switch self {
        case .open, .join, .resume: true
        default: false
        }
    }
}
