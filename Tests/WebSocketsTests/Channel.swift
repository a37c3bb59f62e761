import Dispatch
import Synchronization

/// Hands values from the loop's thread to a test, which waits for them: for the thing, never for a time.
final class Channel<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])
    private let available = DispatchSemaphore(value: 0)

    func put(_ element: Element) {
        elements.withLock { $0.append(element) }
        available.signal()
    }

    /// How many that nobody has taken are like that.
    func count(where isMeant: (Element) -> Bool) -> Int { elements.withLock { $0.count(where: isMeant) } }

    /// The next one; nil if none comes, which fails the test that expected it.
    func next(within seconds: Int = 10) -> Element? {
        guard available.wait(timeout: .now() + .seconds(seconds)) == .success else { return nil }
        return elements.withLock { $0.removeFirst() }
    }
}
