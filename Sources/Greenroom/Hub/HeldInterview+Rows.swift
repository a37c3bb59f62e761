import Interviews
import Marking
import QuestionBank
import WebSockets
import Wire

extension HeldInterview {
    /// The connections of hosts.
    var hosts: [ConnectionID] { confirmed.seats.hosts.flatMap(audience.connections) }

    /// The connections of all others.
    var guests: [ConnectionID] {
        audience.seats.compactMap { confirmed.isHost($0.value) ? nil : $0.key }
    }

    /// A board of the question at hand with everybody's row.
    func makeBoard(at now: Timestamp) -> Board? {
        guard let current = confirmed.current else { return nil }
        var board =
            confirmed.movesAlone
            ? Board(question: nil, points: 0)
            : Board(question: current, points: confirmed.questions[current].keyPoints.count)
        for state in confirmed.seats where state.role == .candidate && state.standing == .present {
            let (row, mayAnswer) = row(of: state, on: board, at: now)
            board.set(row, mayAnswer: mayAnswer)
        }
        return board
    }

    /// A seat's row on the board; `nil` for whoever is no candidate, or not in the room.
    func row(of seat: SeatID, at now: Timestamp) -> (Board.Row, mayAnswer: Bool)? {
        guard let board = room.board, let state = confirmed.seats[seat], state.role == .candidate,
            state.standing == .present
        else { return nil }
        return row(of: state, on: board, at: now)
    }

    /// How far a candidate is, and whether the room waits for an answer.
    func row(of state: SeatState, on board: Board, at now: Timestamp) -> (Board.Row, mayAnswer: Bool) {
        let seat = state.id
        let question = confirmed.current(of: seat) ?? 0
        let response = confirmed.response(of: seat, to: question)
        let mayAnswer =
            confirmed.phase == .underWay && !confirmed.isShown(question) && !confirmed.isFinished(seat)
            && (confirmed.answering == nil || confirmed.answering == seat)
        var row = Board.Row(seat: seat, status: status(of: seat, response), question: question)
        if board.question == question {
            row.verdicts = response.letters(in: confirmed.questions[question].rubric)
        }
        row.coverage = response.best?.coverage.rounded4
        row.own = response.ownCoverage?.rounded4
        row.attempts = response.attempts
        row.hints = response.hints.count
        row.late = response.isLate
        row.disputes = Set(response.claims.values.flatMap(\.self)).sorted()
        row.here = isHere(seat)
        row.away = isAway(seat)
        let isWaiting = row.status == .waiting || row.status == .writing
        row.stuck =
            mayAnswer && isWaiting && row.here && !row.away && !confirmed.isClosed(for: seat)
            && !confirmed.isPaused && hasNotTyped(seat, at: now)
        return (row, mayAnswer)
    }

    private func status(of seat: SeatID, _ response: Response) -> ServerMessage.Board.Status {
        if confirmed.isFinished(seat) { return .finished }
        if response.attempts > 0 { return response.isLate ? .late : .done }
        if response.isSkipped { return .skipped }
        return isWriting(seat) ? .writing : .waiting
    }

    private func hasNotTyped(_ seat: SeatID, at now: Timestamp) -> Bool {
        let since = max(room.typedAt[seat]?.milliseconds ?? 0, room.askedAt?.milliseconds ?? 0)
        return since > 0 && now.milliseconds - since > HeldRoom.patience
    }

    /// The points that the board's letters are about.
    var boardPoints: [ServerMessage.Board.Point] {
        guard let question = room.board?.question else { return [] }
        return confirmed.questions[question].keyPoints.map(ServerMessage.Board.Point.init)
    }

    /// Of which of these some are enough.
    var boardGroups: [ServerMessage.Board.Group]? {
        room.board?.question.flatMap { ServerMessage.Board.Group.all(of: confirmed.questions[$0]) }
    }

    /// - Parameter withPoints: whether the receiver may know of the question's points.
    func totals(withPoints: Bool, isNamed: Bool) -> ServerMessage.Totals? {
        guard let board = room.board else { return nil }
        let points = board.question.map { confirmed.questions[$0].keyPoints.map(\.id) }
        return board.totals(of: isNamed ? confirmed.id : nil, points: withPoints ? points : nil)
    }
}
