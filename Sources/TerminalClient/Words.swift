import Interviews
import Wire

/// What a terminal says, in one place.
enum Words {
    static let connectionLost = "The connection is lost. Trying again …"
    static let connectedAgain = "Connected again; nothing was lost."
    static let tryingAgain = "It is sent again by itself."
    static let skipped = "Skipped."
    static let draftKept = "You had begun to write:"
    static let draftBack =
        "Your answer is still there: write more and send it with an empty line, or /drop it."
    static let dropped = "Dropped."
    static let retry = "Your next answer is another attempt."
    static let unsentAnswer = "There is an answer that was not sent: an empty line sends it, /drop drops it."
    static let lastSkip = "This is the last question: skipping it ends the interview. /skip again does it."
    static let endAgain = "This ends the interview. /end (or Ctrl-D) again does it."
    static let noModelAnswer = "This question has no model answer."
    static let left = "You ended the interview before its last question. What was not asked counts nowhere."
    static let endedByTime = "The time was up."
    static let noted = "Thank you."
    static let late = "The time was up already; the answer is kept all the same."
    static let nothingNew = "As much as before."
    static let howToReply = "Reply, or /retry to answer anew, or /next."
    static let nothingToUndo = "There is no skip to undo."
    static let unnamed = "a point that is still missing"
    static let noPointsYet = "There is nothing to show yet: answer first."
    static let nothingMissing = "No key point is missing."
    static let checklist =
        "A story of your own is yours to judge: /dispute N ticks what it had, or unticks what it had not; "
        + "/withdraw N takes that back."
    static let noSuchPoint = "The feedback on your latest answer has no point of that number."
    static let notYourWords = "Those words are not in your latest answer; quote them as they stand there."
    static let noProgress = "Nothing is known yet of what you keep missing."
    static let noClock = "There is no clock in this interview."
    static let paused = "The clock stands. /continue, or your answer, lets it go on."
    static let continued = "The clock goes on."
    static let timeUp = "The time is up."
    static let timeUpSending = "The time is up: what you have written is sent."
    static let timeUpNext = "/next goes on."
    static let notYetOver = "That is for the end: it practises what the interview has missed."
    static let noneWeak = "No key point was missed in what you answered."
    static let howToAnswer =
        "Type your answer over as many lines as you like; an empty line or Ctrl-D sends it. /help says what else."

    static func noSuchCommand(_ name: String) -> String {
        "There is no \(name); /help lists what there is. For an answer that begins with a slash type two."
    }

    static func notNeeded(_ heads: [String]) -> String { "Not needed: \(heads.joined(separator: "; "))." }

    static func usage(_ usage: String) -> String { "Use it like this: \(usage)" }

    static func howToGoOn(_ server: String?) -> String {
        "The interview waits for you: greenroom practise --resume goes on where you are."
    }

    static func givingUp(_ reason: String, _ server: String?) -> String {
        "No connection: \(reason). " + howToGoOn(server)
    }

    /// - Parameter hasClock: time is limited.
    static func help(hasClock: Bool) -> [Line] {
        let commands =
            [
                ("an empty line", "sends your answer; so does Ctrl-D"),
                ("/hint", "gives a nudge towards a point that is missing; each further one says more"),
                ("/points", "names the points that were not found, and what they say"),
                ("/next", "goes on to the next question"),
                ("/retry", "answers the same question once more, instead of replying to a follow-up"),
                (
                    "/dispute N",
                    "you did say point N: your ruling stands beside the verdict. /dispute N words quotes them"
                ),
                ("/withdraw N", "takes that back"),
                ("/model", "shows the model answer, once you have answered"),
                ("/skip", "leaves the question out; /undo takes it up again"),
                ("/question", "shows the question again"),
                ("/drop", "throws away what you have typed and not sent"),
            ]
            + (hasClock
                ? [
                    ("/time", "tells how much time is left"),
                    ("/pause", "stops the clock; /continue lets it go on"),
                    ("/extend 60", "takes 60 seconds more"),
                ] : [])
            + [
                ("/progress", "shows what you keep missing, topic by topic"),
                ("/end", "ends the interview and shows the report; so does Ctrl-D without an answer"),
                ("Ctrl-C", "leaves; greenroom practise --resume comes back"),
                ("//", "at the beginning of a line is a slash of your own"),
            ]
        return helpLines(commands)
    }

    static func helpLines(_ commands: [(String, String)]) -> [Line] {
        commands.map { command, sentence in
            Line(
                [
                    Line.Span(text: command.padding(to: 15), style: .strong),
                    Line.Span(text: " " + sentence, style: nil),
                ], indent: 2, hanging: 18)
        } + [.empty]
    }

    /// What is special about an interview.
    static func manner(of opened: ServerMessage.Opened) -> [String] {
        var sentences: [String] = []
        switch opened.purpose {
        case .drawn: break
        case .due: sentences.append("These are the points that are due today.")
        case .again: sentences.append("These are points of an earlier interview.")
        }
        if opened.mode == .realistic {
            sentences.append(
                "A realistic interview: the interviewer goes on by itself, the feedback comes at the end.")
        }
        if let limit = opened.limit {
            let scope = limit.per == .question ? "for each question" : "in all"
            sentences.append(
                "You have \(time(.seconds(limit.seconds))) \(scope). When the time is up, what you have written is sent."
            )
        }
        return sentences
    }

    static func left(_ left: Duration, _ isRunning: Bool) -> String {
        "\(time(left)) left" + (isRunning ? "." : "; the clock stands.")
    }

    static func time(_ duration: Duration) -> String {
        let seconds = duration.components.seconds + (duration.components.attoseconds > 0 ? 1 : 0)
        let (minutes, rest) = (Int(seconds / 60), Int(seconds % 60))
        return [
            minutes > 0 ? plural(minutes, "minute") : nil,
            rest > 0 || minutes == 0 ? plural(rest, "second") : nil,
        ].compactMap(\.self).joined(separator: " ")
    }

    static func again(_ points: Int) -> String {
        "/again practises exactly \(points == 1 ? "this point" : "these \(points) points"); an empty line leaves."
    }

    static func extended(_ seconds: Int) -> String { "\(time(.seconds(seconds))) more." }

    static func ruling(_ head: String) -> String {
        "“\(head)” was said, by your own ruling; the verdict stands beside it."
    }

    static func rulingAgainst(_ head: String) -> String { "“\(head)” is not in it, by your own ruling." }

    static func rulingWithdrawn(_ head: String) -> String { "“\(head)”: only the verdict stands." }

    static func ownCoverage(_ share: Double) -> String { "\(percent(share)) by your own ruling" }

    static func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

extension String {
    func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - columns))
    }
}
