import Interviews
import Wire

/// The candidates of a room and how far each is with the question at hand. Derived, never kept: a row changes with what
/// its seat does, and the totals with the rows, so that an answer costs the same in every room.
struct Board {
    typealias Row = ServerMessage.Board.Row

    private struct Entry {
        var row: Row
        /// Whether the room waits for it, or has it.
        var counts: Bool
        var isDone: Bool
    }

    /// The question that the letters are about; `nil` where each is at another.
    let question: Int?
    private var entries: [SeatID: Entry] = [:]
    private var letters: [Letters]
    private(set) var done = 0
    private(set) var counting = 0

    private struct Letters {
        var hit = 0
        var partial = 0
        var missed = 0

        mutating func count(_ letter: Character, _ step: Int) {
            switch letter {
            case "h", "x": hit += step
            case "p": partial += step
            default: missed += step
            }
        }
    }

    init(question: Int?, points: Int) {
        self.question = question
        letters = Array(repeating: Letters(), count: points)
    }

    /// Whether all who count have answered.
    var isComplete: Bool { done > 0 && done == counting }

    /// Whether all have answered, those too who do not count.
    var isForAll: Bool { done == entries.count }

    var rows: [Row] { entries.values.map(\.row) }

    subscript(seat: SeatID) -> Row? { entries[seat]?.row }

    /// Puts a row into its place.
    ///
    /// - Parameter mayAnswer: whether the room waits for the seat, if somebody is there.
    /// - Returns: Whether it is another than before.
    @discardableResult
    mutating func set(_ row: Row, mayAnswer: Bool) -> Bool {
        let isDone =
            switch row.status {
            case .done, .late, .skipped, .finished: true
            case .waiting, .writing: false
            }
        let entry = Entry(row: row, counts: isDone || mayAnswer && row.here && !row.away, isDone: isDone)
        let before = entries[row.seat]
        if let before { add(before, -1) }
        add(entry, 1)
        entries[row.seat] = entry
        return before?.row != row
    }

    mutating func remove(_ seat: SeatID) {
        if let before = entries.removeValue(forKey: seat) { add(before, -1) }
    }

    private mutating func add(_ entry: Entry, _ step: Int) {
        if entry.counts { counting += step }
        if entry.isDone { done += step }
        for (place, letter) in entry.row.verdicts.enumerated() where letters.indices.contains(place) {
            letters[place].count(letter, step)
        }
    }

    /// - Parameter points: the question's, where the receiver may know of them.
    func totals(of interview: InterviewID?, points: [String]?) -> ServerMessage.Totals {
        ServerMessage.Totals(
            interview: interview, question: question ?? 0, done: done, of: counting,
            points: points.map { ids in
                zip(ids, letters).map { id, count in
                    .init(id: id, hit: count.hit, partial: count.partial, missed: count.missed)
                }
            })
    }
}
