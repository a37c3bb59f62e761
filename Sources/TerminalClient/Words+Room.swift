import Interviews
import Wire

/// What a terminal says in rooms.
extension Words {
    static let yourName = "What are you called? Everybody in the room sees it."
    static let nameNeeded = "Whoever answers in a room needs a name: --name says it."
    static let password = "This room has a password. Which?"
    static let waitingForTheFirst = "A host starts. /say talks to the room, /people tells who is here."
    static let nothingAsked = "Nothing is asked yet."
    static let watching = "You are watching."
    static let finished =
        "You have answered all questions. The report comes when the host ends the interview."
    static let seenByAll = "Everybody has seen the answers to this question. The host goes on."
    static let youAreInHotSeat = "You are in the hot seat."
    static let draftLeftBehind = "The room has gone on. What you had typed was not sent:"
    static let openAgain = "The answers are open again."
    static let answersClosed = "The answers are closed. The reveal comes next."
    static let sendingWhatIsWritten = "What you have written is sent."
    static let pausedByHost = "A host has stopped the clock."
    static let revealed = "What the room said"
    static let forHosts = "That is for the host of a room."
    static let hostGoesOn = "The host goes on. Until the reveal you may answer anew."
    static let noUndoHere = "A skip in a room stands; the host may ask again."
    static let onlyInRooms = "That is for rooms: greenroom practise --join CODE comes into one."
    static let leaveAgain = "This leaves the room. /leave (or Ctrl-D) again does it."
    static let over = "The interview is over. Thank you."
    static let erased = "What you said here was deleted by you."
    static let banned = "The host does not let you in any more."
    static let you = "you"
    static let toTheHosts = " (to the hosts)"
    static let notHere = "not here"

    static func howToComeBack(_ code: RoomCode?) -> String {
        "Your seat waits for you: greenroom practise --join \(code?.text ?? "CODE") comes back."
    }

    static func removed(_ code: RoomCode?) -> String {
        "A host has removed you from the room. greenroom practise --join \(code?.text ?? "CODE") comes back."
    }

    static func here(_ count: Int) -> String { count == 1 ? "You are the first." : "\(count) are here." }

    static func named(_ name: String) -> String { "Here you are called “\(name)”." }

    static func somebody(_ role: Seat.Role?) -> String { role == .spectator ? "A spectator" : "Somebody" }

    static func role(_ role: Seat.Role) -> String {
        switch role {
        case .host: "host"
        case .candidate: "candidate"
        case .spectator: "watching"
        }
    }

    static func turned(_ role: Seat.Role) -> String {
        switch role {
        case .host: "You are a host now. What a host does is done in a browser."
        case .candidate: "You are a candidate now: what is asked is asked of you."
        case .spectator: "You are watching from now on. What you have answered is kept."
        }
    }

    static func inHotSeat(_ name: String) -> String { "\(name) is in the hot seat." }

    static func nudged(_ name: String) -> String { "\(name) wonders how you are getting on." }

    static func claimed(_ head: String) -> String { "“\(head)”: a host decides." }

    static func ruled(_ head: String, isSaid: Bool) -> String {
        "“\(head)”: the host ruled that it was \(isSaid ? "said" : "not said")."
    }

    static func takenAway(_ name: String) -> String { "A host took away what \(name) said." }

    static func pinned(_ name: String, _ text: String) -> String { "Pinned: \(name): \(text)" }

    static func misheld(_ count: Int, _ head: String) -> String {
        "Worth another look (\(count) said so): \(head)"
    }

    static func saidBy(_ hit: Int, _ partial: Int) -> String {
        "\(hit) said it" + (partial > 0 ? ", \(partial) in part" : "")
    }

    static func andMore(_ count: Int) -> String { "and \(count) more" }

    /// How a room goes.
    static func rules(_ rules: RoomView) -> [String] {
        var sentences: [String] = []
        switch rules.progression {
        case .host: sentences.append("A host asks and goes on.")
        case .own: sentences.append("Everybody goes at their own pace: /next goes on.")
        case .deadline: sentences.append("The clock closes, reveals and goes on.")
        }
        if rules.form == .hotSeat { sentences.append("One answers at a time, the others follow.") }
        return sentences
    }

    static func roomHelp(movesAlone: Bool) -> [Line] {
        helpLines(
            [
                ("an empty line", "sends your answer; so does Ctrl-D"),
                ("/hint", "gives a nudge towards a point that is missing, where the room allows it"),
                ("/retry", "answers anew, instead of replying to a follow-up"),
                ("/skip", "leaves the question out"),
            ] + (movesAlone ? [("/next", "goes on to the next question"), ("/undo", "takes up a skip")] : [])
                + [
                    ("/dispute N", "you did say point N: a host decides. /dispute N words quotes them"),
                    ("/withdraw N", "takes that back"),
                    ("/model", "shows the model answer, once it may be seen"),
                    ("/question", "shows the question again"),
                    ("/time", "tells how much time is left"),
                    ("/drop", "throws away what you have typed and not sent"),
                    ("/say WORDS", "talks to the room; /tell WORDS to its hosts alone"),
                    ("/people", "tells who is here"),
                    ("/leave", "leaves; --join with the same code comes back to the same seat"),
                    ("//", "at the beginning of a line is a slash of your own"),
                ])
    }
}
