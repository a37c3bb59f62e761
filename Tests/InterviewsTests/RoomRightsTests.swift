import Interviews
import Testing

/// Who may ask for what: role × command × phase.
struct RoomRightsTests {
    enum Moment: CaseIterable {
        case lobby, underWay, ended
    }

    private static let other = SeatID("c2")
    private static let dispute = Command.Dispute(
        question: 0, attempt: 1, point: "two", ranges: [], isWithdrawn: false)

    /// What each command is answered to a host, a candidate and a spectator, under way. `nil`: it is done.
    private static let underWay: [(Command, host: Refusal?, candidate: Refusal?, spectator: Refusal?)] = [
        (.answer(question: 0, text: "Two"), .notAllowed, nil, .notAllowed),
        (.reply(question: 0, text: "Two"), .notAllowed, nil, .notAllowed),
        (.hint(question: 0), .notAllowed, nil, .notAllowed),
        (.dispute(dispute), .notAllowed, nil, .notAllowed),
        (.reveal(question: 0), .notAllowed, .notYet, .notAllowed),
        (.skip(question: 0), nil, nil, .notAllowed),
        (.unskip(question: 0), .notAllowed, .notSkipped(question: 0), .notAllowed),
        (.next(question: 0), nil, .notAllowed, .notAllowed),
        (.pauseClock, nil, .notAllowed, .notAllowed),
        (.resumeClock, .noClock, .notAllowed, .notAllowed),
        (.extendClock(seconds: 60), nil, .notAllowed, .notAllowed),
        (.undo, .nothingToChange, .notAllowed, .notAllowed),
        (.extendClock(seconds: 60, for: other), nil, .notAllowed, .notAllowed),
        (.end, nil, .notAllowed, .notAllowed),
        (.start, .notInLobby, .notAllowed, .notAllowed),
        (.close(question: 0), nil, .notAllowed, .notAllowed),
        (.show(question: 0), nil, .notAllowed, .notAllowed),
        (.lock(true), nil, .notAllowed, .notAllowed),
        (.change(.init(seat: other, isMuted: true)), nil, .notAllowed, .notAllowed),
        (.rule(.init(seat: SeatID("c1"), isSaid: true, dispute)), nil, .notAllowed, .notAllowed),
        (.say(text: "Hm", to: nil), nil, nil, nil),
        (.tick(question: 0, point: "one", isSaid: true), .notAllowed, .notAllowed, .notAllowed),
        (.plan(.remove("?")), .notFound, .notAllowed, .notAllowed),
        (.moderate(message: 99, isPinned: true, isTakenAway: nil), .notFound, .notAllowed, .notAllowed),
    ]

    private func room(_ moment: Moment) throws -> RoomRehearsal {
        var room = try RoomRehearsal(
            RoomRules(progression: .host), limit: Settings.TimeLimit(per: .question, seconds: 60))
        try room.join("Ann")
        try room.join("Bob")
        try room.join("Screen", as: .spectator)
        guard moment != .lobby else { return room }
        room.ask(.start, by: RoomRehearsal.host)
        room.ask(.answer(question: 0, text: "One"), by: SeatID("c1"))
        if moment == .ended { room.ask(.end, by: RoomRehearsal.host) }
        return room
    }

    @Test func everyRoleMayWhatTheTableSays() throws {
        let room = try room(.underWay)
        for (command, host, candidate, spectator) in Self.underWay {
            for (seat, expected) in [("h1", host), ("c1", candidate), ("s1", spectator)] {
                var trial = room
                let (applied, refusal) = trial.ask(command, by: SeatID(seat))
                #expect(refusal == expected, "\(seat): \(command)")
                #expect(refusal != nil || applied.contains(where: \.counts), "\(seat): \(command)")
            }
        }
    }

    @Test(arguments: Moment.allCases)
    func whatARoleMayNeverDoItMayAtNoTime(moment: Moment) throws {
        let room = try room(moment)
        for (command, host, candidate, spectator) in Self.underWay {
            for (seat, expected) in [("h1", host), ("c1", candidate), ("s1", spectator)]
            where expected == .notAllowed {
                // Not the role but the form of the room is against it, and that only once a question is asked.
                if case .tick = command { continue }
                var trial = room
                #expect(trial.ask(command, by: SeatID(seat)).refusal == .notAllowed, "\(seat): \(command)")
            }
        }
    }

    @Test func afterTheEndOnlyWhatIsSaidOfItChanges() throws {
        let room = try room(.ended)
        for (command, _, _, _) in Self.underWay {
            var trial = room
            let done = trial.ask(command, by: RoomRehearsal.host).applied.filter(\.counts)
            guard !done.isEmpty else { continue }
            switch command {
            case .change, .rule, .say, .moderate: break
            default: Issue.record("\(command) after the end")
            }
        }
    }
}
