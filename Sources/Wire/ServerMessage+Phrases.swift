package import Interviews
import Marking
import QuestionBank

extension ServerMessage.Phrases {
    /// What the candidates of a room said to a question: as many as said each point, and the best phrases.
    package init(_ question: Int, of interview: Interview) {
        let keyPoints = interview.questions[question].keyPoints
        guard !keyPoints.isEmpty else {
            self.init(wholeAnswersTo: question, of: interview)
            return
        }
        var gathered = keyPoints.map { Gathered(point: $0.id) }
        var groups = Tally(nil, in: interview.questions[question].rubric).groups.map {
            OfGroup(needed: $0.needed, hit: 0)
        }
        for state in interview.seats where state.role == .candidate && state.standing != .banned {
            let response = interview.response(of: state.id, to: question)
            guard let best = response.best else { continue }
            let letters = Array(response.letters(in: interview.questions[question].rubric))
            for group in groups.indices {
                let said = zip(keyPoints, letters).count { $0.group == group && $1 == "h" }
                if said >= groups[group].needed { groups[group].hit += 1 }
            }
            let strengths = Dictionary(
                best.points.map { ($0.keyPoint, $0.strength) }, uniquingKeysWith: { first, _ in first })
            for (place, letter) in letters.enumerated() where gathered.indices.contains(place) {
                let point = keyPoints[place]
                gathered[place].count(letter)
                guard letter == "h", !point.isMisconception, let text = response.phrases[point.id] else {
                    continue
                }
                let voice = Gathered.Voice(
                    seat: state.id, name: state.name?.text, text: text, strength: strengths[point.id] ?? 0)
                gathered[place].voices.append(voice)
            }
        }
        let areNamed = interview.rules?.names != .hidden
        self.init(
            interview: interview.id, question: question,
            points: zip(keyPoints, gathered).map { point, gathered in
                OfPoint(
                    point: point.id, head: point.head, gist: point.gist,
                    misconception: point.isMisconception, hit: gathered.hit, partial: gathered.partial,
                    missed: gathered.missed, phrases: gathered.best(areNamed: areNamed),
                    group: point.isMisconception ? nil : point.group)
            }, groups: groups.isEmpty ? nil : groups)
    }

    /// Without key points there is one thing to say, and whoever has answered has said it.
    private init(wholeAnswersTo question: Int, of interview: Interview) {
        var gathered = Gathered(point: "")
        for state in interview.seats where state.role == .candidate && state.standing != .banned {
            guard let text = interview.response(of: state.id, to: question).phrases[""] else { continue }
            gathered.count("h")
            gathered.voices.append(
                .init(seat: state.id, name: state.name?.text, text: text, strength: 0))
        }
        self.init(
            interview: interview.id, question: question,
            points: [
                OfPoint(
                    point: "", head: "", gist: "", misconception: false, hit: gathered.hit, partial: 0,
                    missed: 0, phrases: gathered.best(areNamed: interview.rules?.names != .hidden))
            ])
    }

    /// What was said for one point.
    private struct Gathered {
        struct Voice {
            var seat: SeatID
            var name: String?
            var text: String
            var strength: Double
        }

        var point: String
        var hit = 0
        var partial = 0
        var missed = 0
        var voices: [Voice] = []

        mutating func count(_ letter: Character) {
            switch letter {
            case "h", "x": hit += 1
            case "p": partial += 1
            default: missed += 1
            }
        }

        /// The surest first; of equals the shortest, which says it best.
        func best(areNamed: Bool) -> [Phrase] {
            let sorted = voices.sorted {
                ($1.strength, $0.text.count, $0.seat.text) < ($0.strength, $1.text.count, $1.seat.text)
            }
            return sorted.prefix(ServerMessage.Phrases.most).map {
                Phrase(seat: areNamed ? $0.seat : nil, name: areNamed ? $0.name : nil, text: $0.text)
            }
        }
    }
}
