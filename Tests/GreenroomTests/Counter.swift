import FoundationEssentials
import Synchronization

@testable import Greenroom

final class Counter: Sendable {
    private let value = Mutex(0)

    func next() -> Int {
        value.withLock {
            $0 += 1
            return $0
        }
    }
}

extension ClientMessage {
    var json: [UInt8] {
        get throws { Array(try JSONEncoder().encode(self)) }
    }
}
