/// Folds reviews, given in their order in time, into questions with their points, and coverages. Names are
/// looked up once and numbered, which makes the folding of thousands of reviews cheap.
struct ReviewFolding {
    /// A question with those of its key points that were reviewed.
    struct SeenQuestion {
        let question: String
        /// At the last review, as is the topic.
        var at: Int64
        var topic: String
        /// Numbers of `points`: few, so that a point is found by looking at each.
        var points: [Int] = []
    }

    private struct Pair: Hashable {
        var first: Int
        var second: Int
    }

    private struct Tally {
        let topic: Int
        let interview: String
        let at: Int64
        var said = 0.0
        var asked = 0
    }

    let scheduler: FSRS
    private(set) var questions: [SeenQuestion] = []
    private var points: [ScheduledPoint] = []
    private var tallies: [Tally] = []
    private var questionNumbers = Numbering()
    private var interviewNumbers = Numbering()
    private var topicNumbers = Numbering()
    /// Point and interview.
    private var reviewed: Set<Pair> = []
    /// Numbers of `tallies` by topic and interview.
    private var tallyNumbers: [Pair: Int] = [:]

    init(scheduler: FSRS) {
        self.scheduler = scheduler
    }

    mutating func add(_ review: Review) {
        let question = questionNumbers.number(of: review.question)
        if question == questions.count {
            questions.append(SeenQuestion(question: review.question, at: review.at, topic: review.topic))
        }
        questions[question].at = review.at
        questions[question].topic = review.topic

        let known = questions[question].points.first { points[$0].point == review.point }
        let interview = interviewNumbers.number(of: review.interview)
        guard reviewed.insert(Pair(first: known ?? points.count, second: interview)).inserted else { return }
        if let known {
            points[known].fold(review, by: scheduler)
        } else {
            questions[question].points.append(points.count)
            points.append(ScheduledPoint(first: review, by: scheduler))
        }
        tally(review, interview: interview)
    }

    private mutating func tally(_ review: Review, interview: Int) {
        let topic = topicNumbers.number(of: review.topic)
        let key = Pair(first: topic, second: interview)
        let number = tallyNumbers[key] ?? tallies.count
        if number == tallies.count {
            tallyNumbers[key] = number
            tallies.append(Tally(topic: topic, interview: review.interview, at: review.at))
        }
        tallies[number].said += review.rating.share
        tallies[number].asked += 1
    }

    /// By question and point.
    func finishedPoints() -> [ScheduledPoint] {
        questions.sorted { $0.question < $1.question }.flatMap { question in
            question.points.map { number in
                var point = points[number]
                point.topic = question.topic
                return point
            }
            .sorted { $0.point < $1.point }
        }
    }

    /// By topic, oldest first.
    func finishedCoverages() -> [String: [TopicReadiness.Coverage]] {
        let ordered = tallies.sorted { ($0.at, $0.interview) < ($1.at, $1.interview) }
        return Dictionary(grouping: ordered) { topicNumbers.names[$0.topic] }.mapValues { tallies in
            tallies.map { TopicReadiness.Coverage(at: $0.at, coverage: $0.said / Double($0.asked)) }
        }
    }
}
