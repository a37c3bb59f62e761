import Interviews
import QuestionBank
import WebSockets
import Wire

extension Hub {
    /// Takes what hosts ask of the questions that are to come.
    mutating func receivedForPlan(_ message: ClientMessage, on connection: ConnectionID) {
        switch message {
        case .addQuestion(let wanted):
            guard let question = bank.askable.first(where: { $0.id == wanted.id }) else {
                return refuse(
                    Refused(.notFound, ref: wanted.ref, interview: wanted.interview), to: connection)
            }
            let topic = bank.topics.first { $0.id == question.topic }
            take(
                .plan(.add(question, of: topic, to: wanted.to)), wanted.ref, for: wanted.interview,
                on: connection)
        case .typeQuestion(let typed):
            guard
                let question = Question.typed(
                    typed.prompt, points: typed.points ?? [], glossary: bank.glossary)
            else {
                return refuse(
                    Refused(.questionOutOfRange, ref: typed.ref, interview: typed.interview), to: connection)
            }
            take(.plan(.type(question, to: typed.to)), typed.ref, for: typed.interview, on: connection)
        case .moveQuestion(let moved):
            take(.plan(.move(moved.id, to: moved.to)), moved.ref, for: moved.interview, on: connection)
        case .removeQuestion(let removed):
            take(.plan(.remove(removed.id)), removed.ref, for: removed.interview, on: connection)
        case .findQuestions(let wanted):
            find(wanted, on: connection)
        default: break
        }
    }

    private mutating func find(_ wanted: ClientMessage.FindQuestions, on connection: ConnectionID) {
        guard let (_, interview) = host(of: wanted.interview, on: connection, wanted.ref) else { return }
        guard wanted.text.utf16.count <= ClientMessage.FindQuestions.longest else {
            return refuse(
                Refused(UnreadableMessage(code: .badValue, field: "text", ref: wanted.ref)), to: connection)
        }
        let known = Set(interview.confirmed.questions.map(\.id))
        let found = finder(of: bank).questions(with: wanted.text, topic: wanted.topic, but: known)
        send(
            .foundQuestions(
                .init(
                    ref: wanted.ref, interview: wanted.interview,
                    questions: found.prefix(ServerMessage.FoundQuestions.most).map {
                        .init($0, topics: bank.topics)
                    }, count: found.count)), to: connection)
    }

    private mutating func finder(of bank: Bank) -> QuestionFinder {
        if let finder, finder.hash == bank.hash { return finder }
        let finder = QuestionFinder(bank)
        self.finder = finder
        return finder
    }

    /// Tells hosts what is still to be asked.
    mutating func tellPlan(to hosts: [ConnectionID], in id: InterviewID) {
        guard let interview = held[id]?.confirmed, !hosts.isEmpty, !interview.isOver else { return }
        effects.append(.tell(StampedMessage(.plan(.init(interview))), to: hosts))
    }
}
