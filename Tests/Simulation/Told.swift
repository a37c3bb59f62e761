import HubStage
import Wire

/// A message with its text, which is made once for all who are told it.
struct Told {
    var message: ServerMessage
    var text: String
    private var stamp: StampedMessage.Stamp?
    /// All numbers of changes in it.
    let numbers: [Int]

    init(_ message: StampedMessage) {
        (self.message, stamp, text) = (message.message, message.stamp, message.text)
        numbers = text.numbers(of: "seq")
    }

    /// Whether it is told to one seat alone.
    var isOwn: Bool { stamp?.lane == .own }

    /// The number of the change before it in its lane, where it is told as it happens.
    var before: Int? { stamp?.before }

    /// The numbers of the changes that it tells.
    var changes: [Int] {
        switch message {
        case .joined, .resumed: Array(numbers.dropFirst())
        case .asked, .answered, .probed, .hinted, .disputed, .revealed, .skipped, .reopened, .paused,
            .continued, .extended, .closed, .ended, .locked, .shown, .ruled, .said, .moderated, .finished,
            .planned, .ticked:
            Array(numbers.prefix(1))
        default: []
        }
    }
}

extension String {
    /// All numbers that stand under a name in JSON.
    func numbers(of name: String) -> [Int] {
        let key = "\"\(name)\":"
        guard has(key) else { return [] }
        var numbers: [Int] = []
        var rest = utf8[...]
        while let found = rest.firstRange(of: key.utf8) {
            rest = rest[found.upperBound...]
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
        }
        return numbers
    }
}
