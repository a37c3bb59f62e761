import Interviews
import Wire

extension CandidateSession {
    /// The end, unless a person wants to practise what was missed.
    mutating func offerAgain(_ interview: InterviewID, _ report: ReportView?) {
        let points = (report?.questions ?? []).flatMap { question in
            (question.missed ?? []).map {
                ClientMessage.Again.Point(question: question.index, point: $0.id)
            }
        }
        guard manner.isConversation, !points.isEmpty else { return finish(0) }
        again = ClientMessage.Again(
            interview: interview, points: Array(points.prefix(ClientMessage.Again.maximumPoints)))
        show([.empty])
        say(Words.again(points.count))
    }

    /// After the end: `/again`, or anything else to leave.
    mutating func takeTypedAfterTheEnd() {
        guard let again, link == .seated, inDoubt == nil, !isFinished else { return }
        guard !typed.isEmpty else { return effects.append(.prompt) }
        guard case .line(let line, _) = typed.removeFirst(), (try? CandidateCommand.read(line)) == .again
        else {
            return finish(0)
        }
        startOver()
        var open = ClientMessage.Open(ref: makeReference(), pace: setUp.pace)
        // Whoever goes back to what was missed wants to hear how it goes.
        open.mode = .coached
        open.score = setUp.score
        open.limit = setUp.limit
        open.again = again
        request(.open(open))
    }

    /// Another interview on the same connection.
    private mutating func startOver() {
        (seat, opening, ended, collected, again) = (nil, nil, nil, nil, nil)
        (questions, draft, heard) = ([:], [], Heard())
        (room, entry) = (nil, nil)
    }
}
