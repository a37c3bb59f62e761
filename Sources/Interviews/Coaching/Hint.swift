import Marking
import QuestionBank

/// A nudge towards a key point that was not said.
public struct Hint: Hashable, Sendable, Codable {
    /// ``KeyPoint/id``
    public var point: String
    /// 1: a nudge; 2: the head of the point; 3: its first words.
    public var step: Int
    public var text: String

    public static let steps = 3

    public init(point: String, step: Int, text: String) {
        self.point = point
        self.step = step
        self.text = text
    }
}

extension Hint {
    /// A step of the ladder towards a point, made from the point itself where the author wrote no hint.
    init(_ point: KeyPoint, step: Int, in question: Question) {
        let text =
            switch step {
            case 1: point.hint ?? Self.nudge(towards: point, in: question)
            case 2: "The point is called: \(point.head)"
            default: "It begins: \(Self.beginning(of: point)) …"
            }
        self.init(point: point.id, step: step, text: text)
    }

    /// The longest word of what the point says that is neither in its head nor in the question: long words are
    /// rarely the small words of every sentence.
    private static func nudge(towards point: KeyPoint, in question: Question) -> String {
        let known = Set(words(of: point.head) + words(of: question.prompt))
        let saying = words(of: point.gist) + point.phrasings.flatMap(words(of:))
        let candidates = saying.filter { $0.count >= 5 && !known.contains($0) }
        if let longest = candidates.map(\.count).max(),
            let word = candidates.first(where: { $0.count == longest })
        {
            return "Something is still missing that has to do with “\(word)”."
        }
        return "Something is still missing whose name begins with “\(point.head.prefix(1))”."
    }

    private static func words(of text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map { $0.lowercased() }
    }

    /// At most six words, and never all of them where there are more than two.
    private static func beginning(of point: KeyPoint) -> String {
        let text = point.gist.isEmpty ? point.phrasings.first ?? point.head : point.gist
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.prefix(min(6, max(2, words.count - 1))).joined(separator: " ")
    }
}
