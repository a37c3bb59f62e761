import Interviews
import WebSockets
import Wire

/// Those who follow the hot seat have the key points before their eyes, and the one who answers has not.
extension Hub {
    /// Tells whoever is concerned what an event means for those who follow.
    mutating func noteForFollowers(_ event: Event, in id: InterviewID) {
        guard let interview = held[id]?.confirmed, interview.rules?.form == .hotSeat else { return }
        switch event {
        case .questionAsked(let asked) where asked.for == nil:
            tellChecklist(of: asked.question, to: followers(in: id), in: id)
        case .questionReopened(let reopened) where reopened.for == nil:
            tellChecklist(of: reopened.question, to: followers(in: id), in: id)
        case .ticked: held[id]?.room.owesTicks = true
        // Beside the ticks hosts read what the machine found, as soon as it has.
        case .answered where !interview.isClosed: held[id]?.room.owesTicks = true
        case .answersClosed, .answered: if interview.isClosed { tellTicks(in: id) }
        case .boardRevealed: tellTicks(in: id)
        default: break
        }
    }

    /// Tells a connection that came in what it may know of the question at hand.
    mutating func tellFollower(_ connection: ConnectionID, as seat: SeatID, in id: InterviewID) {
        guard let interview = held[id]?.confirmed, interview.rules?.form == .hotSeat,
            let current = interview.current
        else { return }
        let follows = interview.follows(seat, current)
        if follows { tellChecklist(of: current, to: [connection], in: id) }
        if interview.isHost(seat) || follows && interview.isClosed || interview.isShown(current) {
            tellTicks(of: current, to: [connection], forHosts: interview.isHost(seat), in: id)
        }
    }

    /// Tells hosts what was ticked in the last moment.
    mutating func tellNewTicks(in id: InterviewID) {
        guard let interview = held[id], interview.room.owesTicks else { return }
        held[id]?.room.owesTicks = false
        guard let current = interview.confirmed.current else { return }
        tellTicks(of: current, to: interview.hosts, forHosts: true, in: id)
    }

    private func followers(in id: InterviewID) -> [ConnectionID] {
        guard let interview = held[id], let current = interview.confirmed.current else { return [] }
        return interview.audience.seats.compactMap {
            interview.confirmed.follows($0.value, current) ? $0.key : nil
        }
    }

    private mutating func tellChecklist(
        of question: Int, to connections: [ConnectionID], in id: InterviewID
    ) {
        guard let interview = held[id]?.confirmed, !connections.isEmpty else { return }
        effects.append(.tell(StampedMessage(.checklist(.init(question, of: interview))), to: connections))
    }

    /// To hosts, and to those who may know them by now.
    private mutating func tellTicks(in id: InterviewID) {
        guard let interview = held[id], let current = interview.confirmed.current else { return }
        held[id]?.room.owesTicks = false
        tellTicks(of: current, to: interview.hosts, forHosts: true, in: id)
        let guests = interview.confirmed.isShown(current) ? interview.guests : followers(in: id)
        tellTicks(of: current, to: guests, forHosts: false, in: id)
    }

    private mutating func tellTicks(
        of question: Int, to connections: [ConnectionID], forHosts: Bool, in id: InterviewID
    ) {
        guard let interview = held[id]?.confirmed, !connections.isEmpty else { return }
        let withVerdicts = forHosts || interview.showsMarks(of: question)
        let ticks = ServerMessage.Ticks(question, of: interview, withVerdicts: withVerdicts)
        effects.append(.tell(StampedMessage(.ticks(ticks)), to: connections))
    }
}
