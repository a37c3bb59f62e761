import Marking
import QuestionBank

/// What those have heard who follow the hot seat.
public struct Ticks: Hashable, Sendable {
    /// How many have ticked anything.
    public var followers = 0
    /// How many of them heard each point, by ``KeyPoint/id``.
    public var heard: [String: Int] = [:]
}

extension Interview {
    /// Who is, or was, in the hot seat of a question.
    public func hotSeat(of question: Int) -> SeatID? { room.hotSeats[question] }

    /// Whether a seat follows the one in the hot seat with the key points before its eyes.
    public func follows(_ seat: SeatID, _ question: Int) -> Bool {
        guard let answering = hotSeat(of: question), answering != seat, let state = seats[seat] else {
            return false
        }
        return state.isPresent && state.role != .host
    }

    /// Takes time in proportion to the seats.
    public func ticks(of question: Int) -> Ticks {
        var ticks = Ticks()
        for state in seats where state.standing != .banned {
            guard let own = state.responses[question]?.ticks, !own.isEmpty else { continue }
            ticks.followers += 1
            for (point, isSaid) in own where isSaid { ticks.heard[point, default: 0] += 1 }
        }
        return ticks
    }

    /// Counts where the seat follows that question, which is open, and has it otherwise.
    mutating func tick(_ ticked: Event.Ticked) -> Bool {
        guard refusal(toTick: ticked.point, of: ticked.question, by: ticked.seat, ticked.isSaid) == nil else {
            return false
        }
        return update(ticked.seat, ticked.question) { response in
            response.ticks[ticked.point] = ticked.isSaid
            return true
        }
    }

    func refusal(toTick point: String, of question: Int, by seat: SeatID, _ isSaid: Bool) -> Refusal? {
        guard current == question, !isClosed, !isShown(question) else { return .notAsked(question: question) }
        guard follows(seat, question) else { return .notAllowed }
        guard questions[question].keyPoints.contains(where: { $0.id == point && !$0.isMisconception }) else {
            return .notFound
        }
        let isTicked = response(of: seat, to: question).ticks[point] ?? false
        return isTicked == isSaid ? .nothingToChange : nil
    }
}
