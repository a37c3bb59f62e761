import QuestionBank

/// The questions of a ``MemoryStore``: each once, for as long as an event asks it.
struct QuestionShelf {
    private var rows: [Int: (row: QuestionRow, events: Int)] = [:]
    private var numbers: [[UInt8]: Int] = [:]
    private var last = 0

    var count: Int { rows.count }

    /// The number of a question, which is kept if it is not yet.
    mutating func number(of question: Question) throws(StoreError) -> Int {
        let row = try QuestionRow(question)
        if let number = numbers[row.digest] { return number }
        last += 1
        rows[last] = (row, events: 0)
        numbers[row.digest] = last
        return last
    }

    func question(_ number: Int) throws -> Question {
        guard let kept = rows[number] else { throw StoreError.corrupt }
        return try QuestionRow.question(body: kept.row.body)
    }

    /// One more event asks these.
    mutating func use(_ numbers: Set<Int>) {
        for number in numbers { rows[number]?.events += 1 }
    }

    /// An event that asked these is gone.
    mutating func letGo(_ numbers: Set<Int>) {
        for number in numbers {
            rows[number]?.events -= 1
            guard let kept = rows[number], kept.events == 0 else { continue }
            rows[number] = nil
            self.numbers[kept.row.digest] = nil
        }
    }
}
