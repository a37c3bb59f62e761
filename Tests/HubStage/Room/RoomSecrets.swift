import Glibc
package import Interviews
import Marking
package import QuestionBank

/// What each seat of a room may have been told so far, by the log alone: it is folded here once more.
package struct RoomSecrets {
    package private(set) var interview: Interview
    private var hosts: Set<SeatID> = []
    private var points: [SeatID: Set<Int>] = [:]
    private var models: [SeatID: Set<Int>] = [:]

    /// Every question can be told by the words of its key point and of its model answer.
    package static let bank = Bank(
        topics: [Topic(id: "nets", title: "Networks")],
        questions: (1...5).map { number in
            Question(
                id: "nets-\(number)", topic: "nets", prompt: "Why does dropout help?",
                keyPoints: [
                    KeyPoint(id: "p", head: "Head \(number)", gist: "gist \(number), it prevents overfitting")
                ], modelAnswer: "Model \(number).", source: SourceLocation(file: "nets.md", line: number))
        },
        glossary: [], hash: "f00d")

    package init(_ id: InterviewID) {
        interview = Interview(id: id)
    }

    /// - Returns: What is wrong with an event that counts.
    package mutating func fold(_ recorded: RecordedEvent) -> String? {
        let wasOver = interview.isOver
        let applied = interview.apply(recorded)
        guard applied.counts else { return nil }
        for state in interview.seats { note(state) }
        if wasOver, !Self.comesAfterTheEnd(recorded.event) { return "\(recorded.event.kind) after the end" }
        let isLeft =
            interview.rules != nil && !interview.seats.isEmpty && interview.seats.hosts.isEmpty
        return isLeft ? "nobody hosts after \(recorded.event.kind)" : nil
    }

    private mutating func note(_ state: SeatState) {
        let seat = state.id
        if state.isHost { hosts.insert(seat) }
        for question in interview.questions.indices {
            let response = interview.response(of: seat, to: question)
            let hasBegun = response.attempts > 0 || !response.hints.isEmpty
            if interview.isShown(question) || interview.follows(seat, question)
                || hasBegun && interview.showsMarks(of: question) || interview.isOver
            {
                points[seat, default: []].insert(question)
            }
            let isDone =
                interview.isDealtWith(question, by: seat) || interview.isShown(question) || interview.isOver
            if isDone, interview.showsModelAnswer(of: question) { models[seat, default: []].insert(question) }
        }
    }

    package static func comesAfterTheEnd(_ event: Event) -> Bool {
        switch event {
        case .seatChanged, .disputed, .ruled, .modelAnswerRevealed, .said, .chatChanged: true
        default: false
        }
    }

    /// - Parameters:
    ///   - seat: who is told; `nil` who has none.
    ///   - number: of whom in ``RoomChatter/answer(_:of:)``.
    /// - Returns: What is told that may not be.
    package func leak(in text: String, to seat: SeatID?, number: Int, people: Int) -> String? {
        if let seat, hosts.contains(seat) { return nil }
        if text.has("Realname") { return "a real name" }
        for other in 0..<people where other != number && text.has(RoomChatter.aside(of: other)) {
            return "what \(other) said to the hosts"
        }
        for (index, question) in interview.questions.enumerated() {
            let name = question.id.dropFirst(5)
            if text.has("Head \(name)") || text.has("gist \(name)"),
                seat.flatMap({ points[$0]?.contains(index) }) != true
            {
                return "a key point of \(index)"
            }
            if text.has("Model \(name)"), seat.flatMap({ models[$0]?.contains(index) }) != true {
                return "the model answer to \(index)"
            }
            guard text.has("mark\(index)of"), !interview.isShown(index) else { continue }
            for other in 0..<people where other != number && text.has(RoomChatter.answer(index, of: other)) {
                return "the answer of \(other) to \(index)"
            }
        }
        return nil
    }
}

extension String {
    /// The `ref` of a message: the first is its own.
    package var firstReference: Substring? {
        guard has("\"ref\":\""), let start = utf8.firstRange(of: "\"ref\":\"".utf8)?.upperBound else {
            return nil
        }
        return self[start...].prefix { $0 != "\"" }
    }

    /// Whether the words are in it, byte by byte.
    package func has(_ words: String) -> Bool { unsafe strstr(self, words) != nil }
}
