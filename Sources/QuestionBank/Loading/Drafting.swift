import Dispatch
import Synchronization

/// Makes found questions the bank's own: tidies their texts, names them, drafts their key points.
struct Drafting: Sendable {
    struct Drafted: Sendable {
        var topic: Topic
        var question: Question
    }

    let file: String
    /// The topic of questions for which the document says none.
    let fallback: String?

    /// How many questions are drafted at a time, on all processors.
    static let batch = 1024
    private static let share = 64

    /// `nil` for what turns out to be no question.
    func draft(of found: FoundQuestion) -> Drafted? {
        let found = found.tidied()
        guard !found.text.isEmpty, !Furniture.isNavigation(found.text.bytes) else { return nil }
        // A title of nothing but signs of Markdown is none.
        let titles = [found.topic, fallback].compactMap { $0.map(Tidy.heading) }
        let title = titles.first { !$0.isEmpty } ?? "General"
        let topic = Topic(id: Slug.make(title), title: title)
        var question = Question(
            id: topic.id + "/" + Slug.make(found.text, extra: found.extra), topic: topic.id,
            prompt: found.prompt, difficulty: found.difficulty, tags: found.tags,
            modelAnswer: found.answer.isEmpty ? nil : found.answer, references: found.references,
            followUps: found.followUps, flags: found.flags,
            source: SourceLocation(file: file, line: found.line))
        if found.answer.isEmpty, found.keyPoints.isEmpty {
            question.flags.insert(.withoutAnswer)
        } else {
            question.keyPoints = KeyPointDraft.points(
                of: found.answer, question: found.text, options: found.extra, authored: found.keyPoints)
            question.flags.insert(question.keyPoints.isEmpty ? .withoutKeyPoints : .draftedKeyPoints)
        }
        return Drafted(topic: topic, question: question)
    }

    /// In the order of the document. Each question is drafted from itself alone, so a long list is shared out.
    func drafts(of found: ArraySlice<FoundQuestion>) -> [Drafted] {
        guard found.count > Self.share else { return found.compactMap(draft) }
        let shares = (found.count + Self.share - 1) / Self.share
        let done = Mutex<[[Drafted]]>(Array(repeating: [], count: shares))
        DispatchQueue.concurrentPerform(iterations: shares) { index in
            let start = found.startIndex + index * Self.share
            let own = found[start..<min(start + Self.share, found.endIndex)].compactMap(draft)
            done.withLock { $0[index] = own }
        }
        return done.withLock { $0.flatMap { $0 } }
    }
}
