import QuestionBank

extension Interview {
    /// What comes of a host's wish for what is still to be asked.
    func planned(
        _ change: Command.Plan, _ seat: SeatID, _ ref: Reference
    ) throws(Refusal) -> Event {
        var rest = Array(planned)
        var topics: [Topic] = []
        switch change {
        case .add(let question, let topic, let place):
            guard !questions.contains(where: { $0.id == question.id }) else { throw .nothingToChange }
            rest.insert(question.asAsked, at: self.place(place, among: rest.count))
            topics = [topic].compactMap(\.self)
        case .type(var question, let place):
            question.id = nameForTyped
            rest.insert(question, at: self.place(place, among: rest.count))
            topics = [Question.typedTopic]
        case .move(let id, let place):
            guard let from = rest.firstIndex(where: { $0.id == id }) else { throw .notFound }
            let to = min(self.place(place, among: rest.count), rest.count - 1)
            guard from != to else { throw .nothingToChange }
            rest.insert(rest.remove(at: from), at: to)
        case .remove(let id):
            guard let place = rest.firstIndex(where: { $0.id == id }) else { throw .notFound }
            rest.remove(at: place)
        }
        guard (1...Settings.maximumCount).contains(front + rest.count) else { throw .countOutOfRange }
        topics.removeAll { topic in opening?.topics.contains { $0.id == topic.id } == true }
        return .planChanged(
            Event.PlanChanged(
                by: seat, ref: ref, from: front, questions: rest, after: room.plannedBy,
                topics: topics.isEmpty ? nil : topics))
    }

    /// Where an index of the interview lies among the questions that are to come.
    private func place(_ index: Int?, among count: Int) -> Int {
        index.map { min(max($0, front), front + count) - front } ?? count
    }

    private var nameForTyped: String {
        let taken = Set(questions.map(\.id))
        var number = 1
        while taken.contains(Question.typedName(number)) { number += 1 }
        return Question.typedName(number)
    }
}
