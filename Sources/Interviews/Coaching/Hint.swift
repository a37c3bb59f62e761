import Marking
import QuestionBank

/// A nudge towards a key point that was not said.
public struct Hint: Hashable, Sendable, Codable {
    /// ``KeyPoint/id``
    public var point: String
    /// 1: a nudge; 2: the head of the point, or where no author named it a further nudge; 3: its first words.
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
        let isDrafted = question.flags.contains(.draftedKeyPoints)
        let text =
            switch step {
            case 1: point.hint ?? Self.nudge(towards: point, in: question, number: 0)
            // The head of a drafted point is often the statement itself.
            case 2: isDrafted ? Self.nudge(towards: point, in: question, number: 1) : point.head
            default: "\(Self.beginning(of: point)) …"
            }
        self.init(point: point.id, step: step, text: text)
    }

    private static func nudge(towards point: KeyPoint, in question: Question, number: Int) -> String {
        let words = tellingWords(of: point, in: question)
        let own = CoachWords(question.language)
        guard words.indices.contains(number) else { return own.readAgain }
        return own.about.before + words[number] + own.about.after
    }

    /// What the point says in words that are neither its head's nor the question's, the rarest first: a rare word
    /// tells most. Numbers would be the answer itself.
    private static func tellingWords(of point: KeyPoint, in question: Question) -> [String] {
        var known = Set(ContentWord.words(of: point.head + ". " + question.prompt).map(\.stem))
        let words = ([point.gist] + point.phrasings).flatMap(ContentWord.words(of:))
        return words.filter { word in
            word.text.count >= 3 && word.text.allSatisfy { $0.isLetter || $0 == "-" }
                && known.insert(word.stem).inserted
        }.enumerated().sorted { one, other in
            one.element.frequency != other.element.frequency
                ? one.element.frequency < other.element.frequency : one.offset < other.offset
        }.map(\.element.text)
    }

    /// At most six words, and never all of them where there are more than two.
    private static func beginning(of point: KeyPoint) -> String {
        let text = point.gist.isEmpty ? point.phrasings.first ?? point.head : point.gist
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.prefix(min(6, max(2, words.count - 1))).joined(separator: " ")
    }
}
