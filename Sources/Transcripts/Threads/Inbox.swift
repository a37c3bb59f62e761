import Dispatch
import Synchronization

/// A bounded queue between threads: putting never waits, taking waits for something to take.
final class Inbox<Element: Sendable>: Sendable {
    private struct State {
        var elements: [Element] = []
        var isClosed = false
        /// Takers that wait and whom nobody has promised a wake-up yet.
        var sleepers = 0
    }

    private enum Look<Taken: Sendable>: Sendable {
        case taken(Taken)
        case closed
        case sleep
    }

    private let capacity: Int
    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)

    init(capacity: Int) {
        self.capacity = capacity
    }

    var count: Int {
        state.withLock { $0.elements.count }
    }

    /// - Throws: ``StoreError/busy`` when full, ``StoreError/stopped`` when closed.
    func put(_ element: Element) throws(StoreError) {
        let wakes = try state.withLock { state throws(StoreError) in
            if state.isClosed { throw .stopped }
            if state.elements.count >= capacity { throw .busy }
            state.elements.append(element)
            guard state.sleepers > 0 else { return false }
            state.sleepers -= 1
            return true
        }
        if wakes { wakeUp.signal() }
    }

    /// Everything that has gathered, in the order in which it was put; `nil` when closed and empty.
    func takeAll() -> [Element]? {
        take { elements in
            defer { elements = [] }
            return elements
        }
    }

    /// What was put first; `nil` when closed and empty.
    func takeFirst() -> Element? {
        take { $0.removeFirst() }
    }

    /// Lets nothing more in. What is there can still be taken.
    func close() {
        let sleepers = state.withLock { state in
            state.isClosed = true
            defer { state.sleepers = 0 }
            return state.sleepers
        }
        for _ in 0..<sleepers { wakeUp.signal() }
    }

    /// Lets nothing more in or out but what was waiting, which is the caller's.
    func closeAndTakeAll() -> [Element] {
        let waiting = state.withLock { state in
            defer { state.elements = [] }
            return state.elements
        }
        close()
        return waiting
    }

    private func take<Taken: Sendable>(_ take: (inout [Element]) -> Taken) -> Taken? {
        while true {
            let look: Look<Taken> = state.withLock { state in
                if !state.elements.isEmpty { return .taken(take(&state.elements)) }
                if state.isClosed { return .closed }
                state.sleepers += 1
                return .sleep
            }
            switch look {
            case .taken(let taken): return taken
            case .closed: return nil
            case .sleep: wakeUp.wait()
            }
        }
    }
}
