import QuestionBank
import Testing

/// A small document with what must come out of it.
struct Shape: Sendable {
    var name: String
    var file = "storage.md"
    var text: String
    /// Question, the answer's first and last words (none: no answer), topic.
    var expected: [(question: String, first: String, last: String, topic: String)]

    func check() {
        let reading = readDocument(text, name: file)
        #expect(reading.questions.count == expected.count, "\(name): \(reading.questions.map(\.prompt))")
        for (question, expected) in zip(reading.questions, expected) {
            let answer = question.modelAnswer ?? ""
            #expect(words(question.prompt).hasPrefix(words(expected.question)), "\(name)")
            #expect(words(answer).hasPrefix(words(expected.first)), "\(name): \(answer)")
            #expect(words(answer).hasSuffix(words(expected.last)), "\(name): \(answer)")
            #expect(answer.isEmpty == expected.first.isEmpty, "\(name)")
            #expect(Fixture.title(of: question, in: reading).map(words) == words(expected.topic), "\(name)")
        }
    }
}
