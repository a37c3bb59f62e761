public import QuestionBank

extension Interview {
    /// How many questions were asked of anybody. Those after them may still change.
    public var front: Int { room.front }

    /// The questions that nobody was asked yet, by their index.
    public var planned: ArraySlice<Question> { questions[min(room.front, questions.count)...] }

    /// Counts where none of them was asked and nobody else has planned meanwhile.
    mutating func plan(_ changed: Event.PlanChanged, seq: Int) -> Bool {
        guard rules != nil, isHost(changed.by), changed.after == room.plannedBy,
            room.front <= questions.count, (room.front...questions.count).contains(changed.from),
            (1...Settings.maximumCount).contains(changed.from + changed.questions.count)
        else { return false }
        questions.replaceSubrange(changed.from..., with: changed.questions)
        room.plannedBy = seq
        for topic in changed.topics ?? []
        where opening?.topics.contains(where: { $0.id == topic.id }) == false {
            opening?.topics.append(topic)
        }
        return true
    }
}
