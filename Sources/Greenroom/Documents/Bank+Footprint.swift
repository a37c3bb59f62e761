import Marking
import QuestionBank

extension Bank {
    /// The memory that the questions take, in bytes: what the types take, and what their texts and lists have on the
    /// heap.
    var footprint: Int {
        topics.count * (MemoryLayout<Topic>.stride + 64) + questions.reduce(0) { $0 + $1.footprint }
    }
}

extension Question {
    fileprivate var footprint: Int {
        let texts =
            [id, prompt, modelAnswer ?? "", source.file] + tags + references + followUps
            + samples.flatMap { [$0.name, $0.text] }
        return MemoryLayout<Question>.stride + texts.reduce(0) { $0 + $1.heap }
            + keyPoints.reduce(listHead) { $0 + $1.footprint }
            + terms.reduce(listHead) { $0 + $1.alternatives.reduce($1.name.heap + listHead) { $0 + $1.heap } }
            + groups.count * MemoryLayout<Rubric.Group>.stride
    }
}

extension KeyPoint {
    fileprivate var footprint: Int {
        let texts = [id, head, gist, hint ?? "", probe ?? ""] + phrasings + (misstatements ?? [])
        return MemoryLayout<KeyPoint>.stride + texts.reduce(listHead) { $0 + $1.heap }
    }
}

extension String {
    /// Up to 15 bytes stand in the string itself.
    fileprivate var heap: Int {
        MemoryLayout<String>.stride + (utf8.count > 15 ? utf8.count + listHead : 0)
    }
}

/// What comes before the elements of a list, and what the allocator rounds up, in bytes.
private let listHead = 48
