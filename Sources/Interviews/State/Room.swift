/// What an interview has in common for all its seats.
struct Room: Hashable, Sendable {
    var progress = Progress()
    var isLocked = false
    /// The questions that were shown to everybody.
    var shown: Set<Int> = []
    /// Who was in the hot seat of which question.
    var hotSeats: [Int: SeatID] = [:]
    /// When the last was.
    var shownAt: Timestamp?
    /// The numbers of what was said in the chat, and by whom.
    var messages: [Int: SeatID] = [:]
    /// How many questions were asked of anybody: those after them may still change.
    var front = 0
    /// The number of the event that last changed what is to come.
    var plannedBy: Int?
    /// The number of the last event that everyone was told of.
    var lastSeq = 0
}
