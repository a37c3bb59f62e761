import Interviews
import Marking
import QuestionBank
import WebSockets
import Wire

/// The board: what hosts see of it, how many are done, and what is shown to all.
extension Hub {
    /// Brings a candidate's row up to date; what changed is told with the next turn.
    mutating func updateRow(of seat: SeatID, in id: InterviewID) {
        guard held[id]?.room.board != nil else { return }
        // Nobody has hold of the board while it changes: it would be copied, and cost as much as the room is big.
        guard let (row, mayAnswer) = held[id]?.row(of: seat, at: now) else {
            held[id]?.room.board?.remove(seat)
            held[id]?.room.changedRows[seat] = nil
            return
        }
        if held[id]?.room.board?.set(row, mayAnswer: mayAnswer) == true {
            held[id]?.room.changedRows[seat] = row
        }
    }

    mutating func makeBoard(in id: InterviewID) {
        guard let interview = held[id], interview.room.board == nil else { return }
        held[id]?.room.board = interview.makeBoard(at: now)
    }

    mutating func tellRows(in id: InterviewID) {
        guard let interview = held[id], !interview.room.changedRows.isEmpty,
            let totals = interview.totals(withPoints: true, isNamed: false)
        else { return }
        let hosts = interview.hosts
        guard !hosts.isEmpty else { return }
        let rows = interview.room.changedRows.values.sorted { SeatID.areInOrder($0.seat, $1.seat) }
        for start in stride(from: 0, to: rows.count, by: Self.rowsPerPage) {
            let page = Array(rows[start..<min(rows.count, start + Self.rowsPerPage)])
            let cells = ServerMessage.Cells(
                interview: id, question: totals.question, rows: page, totals: totals)
            effects.append(.tell(StampedMessage(.cells(cells)), to: hosts))
        }
    }

    mutating func tellBoard(to hosts: [ConnectionID], in id: InterviewID) {
        guard let interview = held[id], let board = interview.room.board, !hosts.isEmpty else { return }
        let rows = board.rows.sorted { SeatID.areInOrder($0.seat, $1.seat) }
        let totals = interview.totals(withPoints: true, isNamed: false)
        var rest = rows[...]
        repeat {
            let page = rest.prefix(Self.rowsPerPage)
            rest = rest.dropFirst(Self.rowsPerPage)
            let message = ServerMessage.Board(
                interview: id, question: board.question ?? 0, more: !rest.isEmpty,
                points: interview.boardPoints, groups: interview.boardGroups,
                rows: Array(page), totals: totals)
            effects.append(.tell(StampedMessage(.board(message)), to: hosts))
        } while !rest.isEmpty
    }

    mutating func tellTotals(in id: InterviewID) {
        guard let interview = held[id], let board = interview.room.board,
            interview.room.toldDone != (board.done, board.counting)
        else { return }
        // Telling all costs as much as there are, so many are told less often; that all are done, at once.
        let since = interview.room.guestsToldAt.map { now.milliseconds - $0.milliseconds } ?? .max
        guard board.isComplete || since >= Int64(interview.audience.seats.count) else {
            return takeTurn(in: id)
        }
        held[id]?.room.guestsToldAt = now
        held[id]?.room.toldDone = (board.done, board.counting)
        tellTotals(to: interview.guests, in: id)
    }

    mutating func tellTotals(to guests: [ConnectionID], in id: InterviewID) {
        guard let interview = held[id], !guests.isEmpty else { return }
        let isShown = interview.room.board?.question.map(interview.confirmed.isShown) ?? false
        guard let totals = interview.totals(withPoints: isShown, isNamed: true) else { return }
        effects.append(.tell(StampedMessage(.totals(totals)), to: guests))
    }

    /// What was said to a question that is shown now, and everybody's own mark where it was not seen before.
    mutating func tellPhrases(of question: Int, in id: InterviewID) {
        guard let phrases = phrases(of: question, in: id), let interview = held[id] else { return }
        effects.append(.tell(phrases, to: interview.audience.everyone))
        guard interview.confirmed.settings?.mode == .realistic else { return }
        for (connection, seat) in interview.audience.seats {
            guard let marked = ServerMessage.Marked(question, of: seat, in: interview.confirmed) else {
                continue
            }
            effects.append(.tell(StampedMessage(.marked(marked)), to: [connection]))
        }
    }

    /// What was said to a question, gathered once for all who ask before anything else happens: it costs as much as
    /// there are people.
    mutating func phrases(of question: Int, in id: InterviewID) -> StampedMessage? {
        guard let interview = held[id]?.confirmed else { return nil }
        if let known = held[id]?.room.phrases, known.question == question, known.seq == interview.seq {
            return known.message
        }
        var phrases = ServerMessage.Phrases(question, of: interview)
        let asked = interview.questions[question]
        if interview.showsModelAnswer(of: question), asked.isMarkable, let answer = asked.modelAnswer {
            phrases.model = matchers.matcher(for: asked).mark(answer).places
        }
        let message = StampedMessage(.phrases(phrases))
        held[id]?.room.phrases = (question, interview.seq, message)
        return message
    }

    private static let rowsPerPage = 250
}

extension Mark {
    /// The words that its points rest on, in their order.
    fileprivate var places: [ServerMessage.Phrases.Place] {
        points.filter { $0.verdict == .hit || $0.verdict == .partial }
            .flatMap { point in
                point.evidence.map { .init(point: point.keyPoint, start: $0.start, end: $0.end) }
            }
            .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }
}
