/// What an interview has in common for all its seats.
struct Room: Hashable, Sendable {
    var progress = Progress()
    var isLocked = false
    /// The questions that were shown to everybody.
    var shown: Set<Int> = []
    /// When the last was.
    var shownAt: Timestamp?
    /// The numbers of what was said in the chat.
    var messages: Set<Int> = []
    /// The number of the last event that everyone was told of.
    var lastSeq = 0
}
