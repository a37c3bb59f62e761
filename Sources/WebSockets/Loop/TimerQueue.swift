/// Deadlines in their order: a binary heap. A cancelled timer stays in the heap until its time and is skipped
/// then.
struct TimerQueue {
    private struct Entry {
        let deadline: UInt64
        let id: TimerID
    }

    private var heap: [Entry] = []
    private var live: Set<TimerID> = []
    private var next: UInt64 = 1

    var count: Int { live.count }

    /// - Parameter deadline: nanoseconds of the monotonic clock.
    mutating func schedule(at deadline: UInt64) -> TimerID {
        let id = TimerID(number: next)
        next += 1
        live.insert(id)
        heap.append(Entry(deadline: deadline, id: id))
        siftUp(heap.count - 1)
        return id
    }

    mutating func cancel(_ id: TimerID) {
        live.remove(id)
        // Many cancelled timers with far deadlines must not pile up.
        if heap.count > 64, heap.count > live.count * 4 {
            let kept = heap.filter { live.contains($0.id) }
            heap.removeAll()
            for entry in kept {
                heap.append(entry)
                siftUp(heap.count - 1)
            }
        }
    }

    /// When the next timer is due.
    mutating func nextDeadline() -> UInt64? {
        while let first = heap.first, !live.contains(first.id) { removeFirst() }
        return heap.first?.deadline
    }

    /// Takes one timer that is due.
    mutating func takeDue(at now: UInt64) -> TimerID? {
        guard let deadline = nextDeadline(), deadline <= now, let first = heap.first else { return nil }
        removeFirst()
        live.remove(first.id)
        return first.id
    }

    private func isBefore(_ a: Int, _ b: Int) -> Bool {
        (heap[a].deadline, heap[a].id.number) < (heap[b].deadline, heap[b].id.number)
    }

    private mutating func siftUp(_ start: Int) {
        var child = start
        while child > 0, isBefore(child, (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isBefore(child, least) {
                least = child
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
