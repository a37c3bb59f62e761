import FoundationEssentials
import Synchronization
package import Wire

package final class Counter: Sendable {
    private let value = Mutex(0)

    package init() {}

    package func next() -> Int {
        value.withLock {
            $0 += 1
            return $0
        }
    }
}

extension ClientMessage {
    package var json: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            // The same text each time, so that what was said can be compared.
            encoder.outputFormatting = .sortedKeys
            return Array(try encoder.encode(self))
        }
    }
}
