public import Interviews
import Marking
import QuestionBank

extension ServerMessage {
    /// How the room did so far, for hosts: people × questions, and how many said each point. In pages; only the last has
    /// the request's `ref`.
    public struct RoomReport: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        /// Another page follows.
        public var more: Bool
        /// The questions that were asked; in the first page only.
        public var questions: [OfQuestion]
        public var people: [Person]

        public struct OfQuestion: Hashable, Sendable, Codable {
            /// Index in the interview.
            public var index: Int
            public var prompt: String
            public var points: [Phrases.OfPoint]
        }

        /// A candidate, also one who has left.
        public struct Person: Hashable, Sendable, Codable {
            public var seat: SeatID
            public var name: String?
            public var realName: String?
            public var answers: [Answer]
            /// Has deleted what they said; absent where that is not so.
            public var erased: Bool?
        }

        public struct Answer: Hashable, Sendable, Codable {
            public var question: Int
            public var attempts: Int
            /// Of the best attempt.
            public var coverage: Double
            /// ``coverage`` with the rulings that stand.
            public var own: Double?
            /// A letter for each point, as on the board.
            public var verdicts: String
            public var late: Bool
        }
    }
}

extension ServerMessage.RoomReport {
    private static let peoplePerPage = 200

    /// The pages of a report, at least one.
    package static func pages(of interview: Interview, ref: Reference) -> [ServerMessage.RoomReport] {
        let asked = interview.questions.indices.prefix(
            interview.movesAlone ? interview.questions.count : interview.askedCount)
        let questions = asked.map { index in
            OfQuestion(
                index: index, prompt: interview.questions[index].prompt,
                points: ServerMessage.Phrases(index, of: interview).points.map { point in
                    var point = point
                    point.phrases = []
                    return point
                })
        }
        var rest = interview.seats.filter { $0.isReported && $0.standing != .banned }[...]
        var pages: [ServerMessage.RoomReport] = []
        repeat {
            let page = rest.prefix(peoplePerPage)
            rest = rest.dropFirst(peoplePerPage)
            pages.append(
                ServerMessage.RoomReport(
                    ref: rest.isEmpty ? ref : nil, interview: interview.id, more: !rest.isEmpty,
                    questions: pages.isEmpty ? questions : [],
                    people: page.map { Person($0, asked, in: interview) }))
        } while !rest.isEmpty
        return pages
    }
}

extension ServerMessage.RoomReport.Person {
    fileprivate init(_ state: SeatState, _ asked: some Collection<Int>, in interview: Interview) {
        let answers = asked.compactMap { index -> ServerMessage.RoomReport.Answer? in
            let response = interview.response(of: state.id, to: index)
            guard let best = response.best else { return nil }
            return ServerMessage.RoomReport.Answer(
                question: index, attempts: response.attempts, coverage: best.coverage.rounded4,
                own: response.ownCoverage?.rounded4,
                verdicts: response.letters(in: interview.questions[index].rubric), late: response.isLate)
        }
        self.init(
            seat: state.id, name: state.name?.text, realName: state.realName?.text, answers: answers,
            erased: state.isErased ? true : nil)
    }
}
