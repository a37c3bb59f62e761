import Marking

extension Question {
    /// The most that the texts of a question have together, in UTF-16 code units. A person who practises is sent them,
    /// the log keeps them with every interview, and an export that holds them is read again.
    public static let longest = 100_000

    var isTooLong: Bool {
        // Nothing has more UTF-16 code units than bytes of UTF-8, which are known without counting.
        texts.reduce(0) { $0 + $1.utf8.count } > Self.longest
            && texts.reduce(0) { $0 + $1.utf16.count } > Self.longest
    }

    private var texts: [String] {
        [prompt, modelAnswer ?? ""] + tags + references + followUps
            + keyPoints.flatMap { point in
                [point.head, point.gist, point.hint ?? "", point.probe ?? ""] + point.phrasings
                    + (point.misstatements ?? [])
            }
            + samples.flatMap { [$0.name, $0.text] }
    }
}

extension DocumentReading {
    /// Such a question is a document that was taken for one.
    mutating func leaveOutTooLong() {
        questions.removeAll { question in
            guard question.isTooLong else { return false }
            problems.append(
                Problem(
                    severity: .error, location: question.source,
                    what:
                        "the question and its answer are longer than \(Question.longest) characters and are left out",
                    remedy: "split it", rule: .tooLong))
            return true
        }
    }
}
