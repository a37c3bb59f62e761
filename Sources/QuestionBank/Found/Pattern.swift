/// How a document marks its questions, found by scoring every shape over the whole file.
struct Pattern {
    var shape: Candidate.Shape
    /// The questions, in the order of the document; struck-out ones among them.
    var questions: [Candidate]
    /// Whether the document marks its questions' answers.
    var hasAnswerMarkers: Bool

    /// A name for the report.
    var name: String {
        switch shape {
        case .labelled: "lines that begin with a question mark of their own (Q:, Question:)"
        case .labelledHeading: "headings that begin with Q or Question"
        case .numberedHeading(let level): "numbered headings of level \(level)"
        case .heading(let level): "headings of level \(level)"
        case .summary: "foldable blocks (details, summary)"
        case .bold: "paragraphs in bold"
        case .boldNumber: "numbered paragraphs in bold"
        case .ordered: "numbered lines"
        case .bullet: "bullets"
        case .lettered: "lettered lines that ask"
        case .paragraph: "paragraphs that ask"
        }
    }
}

/// What speaks for a shape.
struct ShapeScore {
    var count = 0
    var asking = 0
    /// Titles whose sections ask.
    var posing = 0
    var labelled = 0
    var numbered = 0
    /// Followed by an answer marker before the next of the shape.
    var paired = 0
    /// Named in the table of contents.
    var listed = 0
    /// Followed by something before the next of the shape or any heading.
    var withBody = 0
    var support = 0.0

    /// With the titles whose sections ask, if they are several.
    var weight: Double { support + (posing >= 3 ? 0.6 * Double(posing) : 0) }

    /// How well the shape accounts for the document's answer markers, 0...1.
    func explains(_ markers: Int) -> Double {
        markers == 0 ? 0 : 2 * Double(paired) / Double(count + markers)
    }
}

enum PatternFinder {
    static func find(_ page: Page, _ candidates: [Candidate], _ markers: [AnswerMarker]) -> Pattern? {
        let live = candidates.filter { !$0.isStruck && !StopTitle.isOne($0) }
        guard !live.isEmpty else { return nil }
        let openers = Openers.pair(live, markers)
        let scores = score(page, live, openers)
        let counted = openers.filter { !$0.isEmpty }.count
        guard let shape = choose(scores, markers: counted, live) else { return nil }
        let paired = Set(
            openers.joined().filter { live[$0].shape == .labelled || live[$0].level < 7 }.map {
                live[$0].line
            })
        let pairs = scores[.labelled]?.paired ?? 0
        // Numbered headings most of which have an answer of their own are questions beside the others.
        let answered = scores.filter { $0.value.paired >= 2 && $0.value.paired * 5 >= $0.value.count * 4 }
            .keys
        let acceptance = Acceptance(
            page: page, shape: shape, score: scores[shape] ?? ShapeScore(), paired: paired,
            answered: Set(answered), mixes: pairs >= 2 && pairs * 10 >= (scores[shape]?.count ?? 0))
        var questions = acceptance.questions(candidates)
        Halves.settle(&questions)
        let isExplicit = (scores[shape] ?? ShapeScore()).explains(counted) >= 0.3
        return Pattern(shape: shape, questions: questions, hasAnswerMarkers: isExplicit)
    }

    private static func score(
        _ page: Page, _ live: [Candidate], _ openers: [[Int]]
    ) -> [Candidate.Shape: ShapeScore] {
        var scores: [Candidate.Shape: ShapeScore] = [:]
        let content = ContentCounter(page)
        let following = followingSections(live, page)
        for (index, candidate) in live.enumerated() {
            var score = scores[candidate.shape] ?? ShapeScore()
            let isListed = Furniture.isListed(candidate.text, in: page)
            let hasBody = !content.isEmpty(candidate.next, following[index])
            score.count += 1
            score.asking += candidate.asks ? 1 : 0
            let poses =
                !candidate.asks && hasBody && Posing.isTitle(candidate)
                && Posing.poses(page, candidate.next, following[index])
            score.posing += poses ? 1 : 0
            score.labelled += candidate.label == .question ? 1 : 0
            score.numbered += candidate.number != nil ? 1 : 0
            score.listed += isListed ? 1 : 0
            score.withBody += hasBody ? 1 : 0
            score.support += support(of: candidate, isListed: isListed, hasBody: hasBody)
            scores[candidate.shape] = score
        }
        for opener in openers { for index in opener { scores[live[index].shape]?.paired += 1 } }
        return scores
    }

    /// For each candidate the line of the next of its shape, or of the next heading.
    private static func followingSections(_ live: [Candidate], _ page: Page) -> [Int] {
        var next: [Candidate.Shape: Int] = [:]
        var heading = page.lines.count
        var lines = Array(repeating: page.lines.count, count: live.count)
        for index in live.indices.reversed() {
            let candidate = live[index]
            lines[index] = min(next[candidate.shape] ?? page.lines.count, heading)
            next[candidate.shape] = candidate.line
            if candidate.level < 7 { heading = candidate.line }
        }
        return lines
    }

    private static func support(of candidate: Candidate, isListed: Bool, hasBody: Bool) -> Double {
        var support = -0.3
        if candidate.label == .question { support += 0.9 }
        if candidate.asks { support += 0.7 }
        if candidate.number != nil, candidate.shape != .ordered { support += 0.3 }
        if isListed { support += 0.3 }
        if hasBody, candidate.level < 7 { support += 0.1 }
        return support
    }

    private static func choose(
        _ scores: [Candidate.Shape: ShapeScore], markers: Int, _ live: [Candidate]
    ) -> Candidate.Shape? {
        // (a) Explicit pairs of question and answer marker.
        let explicit = scores.filter {
            $0.value.explains(markers) >= 0.3 && !isStray($0.key, $0.value, scores, live)
        }
        if !explicit.isEmpty {
            return best(explicit) {
                $0.explains(markers) + 0.5 * Double($0.asking + $0.labelled) / Double($0.count)
            }
        }
        // (b) Questions that call themselves so, from the document's beginning on.
        for shape in [Candidate.Shape.labelledHeading, .labelled] {
            guard let score = scores[shape], let first = live.first(where: { $0.shape == shape }) else {
                continue
            }
            let isEarly = (live.firstIndex { $0.line == first.line } ?? 0) * 2 <= live.count
            // Dwarfed by sections that ask, they stand inside those sections' answers.
            let others = scores.filter { $0.key != shape && $0.key.isSection }.map(\.value.asking).max() ?? 0
            if score.support > 0, score.count >= 3 || isEarly, others <= score.count * 5 { return shape }
        }
        let manual = Manual(live)
        let sections = scores.filter { isHeading($0.key) }.map(\.value.count).reduce(0, +)
        if let shape = best(
            scores.filter {
                $0.value.weight > 0 && isCredible($0.key, $0.value) && !($0.key.isListed && manual.isOne)
                    && !isTitle($0.key, $0.value, among: sections, live)
            }, by: { $0.weight })
        {
            return shape
        }
        if let paragraphs = scores[.paragraph], paragraphs.count >= 2,
            paragraphs.withBody * 5 >= paragraphs.count * 4,
            !live.contains(where: { $0.level > 1 && $0.level < 7 })
        {
            return .paragraph
        }
        guard !manual.isOne else { return nil }
        // (g) Cards: titled sections, be the titles questions or not.
        return best(
            scores.filter {
                isHeading($0.key) && $0.value.withBody * 2 > $0.value.count && $0.value.count >= 2
            }
        ) {
            Double($0.withBody)
        }
    }

    /// A pair or two inside an answer do not make the document's pattern: questions of another shape stand before
    /// them, or outnumber them by far.
    private static func isStray(
        _ shape: Candidate.Shape, _ score: ShapeScore, _ scores: [Candidate.Shape: ShapeScore],
        _ live: [Candidate]
    ) -> Bool {
        let before = live.prefix { $0.shape != shape }.count { $0.asks && $0.level < 7 && $0.level > 1 }
        let others = scores.filter { $0.key != shape && $0.key.isSection }.map(\.value.asking).max() ?? 0
        return (before > score.paired + 1 && others > score.paired * 2) || others > score.paired * 20
    }

    /// Bullets and bold lines are questions only where most of them ask.
    private static func isCredible(_ shape: Candidate.Shape, _ score: ShapeScore) -> Bool {
        switch shape {
        case .bullet, .ordered: score.asking * 2 >= score.count && score.count >= 2
        case .bold: score.asking * 2 >= score.count
        case .paragraph: false
        case .heading, .numberedHeading:
            (score.asking + (score.posing >= 3 ? score.posing : 0)) * 5 >= score.count * 2
                || score.numbered * 2 > score.count
        case .lettered: score.count >= 2 && score.withBody * 5 >= score.count * 4
        default: true
        }
    }

    /// The document's title: a lone heading of level 1 that asks nothing, above others.
    private static func isTitle(
        _ shape: Candidate.Shape, _ score: ShapeScore, among sections: Int, _ live: [Candidate]
    ) -> Bool {
        guard shape == .heading(1), score.count == 1, sections > 2 else { return false }
        return live.first { $0.shape == shape }?.text.hasSuffix("?") == false
    }

    private static func isHeading(_ shape: Candidate.Shape) -> Bool {
        if case .heading = shape { true } else { false }
    }

    private static func best(
        _ scores: [Candidate.Shape: ShapeScore], by value: (ShapeScore) -> Double
    ) -> Candidate.Shape? {
        scores.max { left, right in
            let (a, b) = (value(left.value), value(right.value))
            return a != b ? a < b : rank(left.key) < rank(right.key)
        }?.key
    }

    /// Which of two equally good shapes is the likelier.
    private static func rank(_ shape: Candidate.Shape) -> Int {
        switch shape {
        case .labelled: 100
        case .labelledHeading: 90
        case .summary: 80
        case .numberedHeading(let level): 60 + level
        case .heading(let level): 50 + level
        case .boldNumber: 40
        case .bold: 30
        case .ordered: 20
        case .bullet: 10
        case .lettered: 8
        case .paragraph: 5
        }
    }
}

/// Decides whether a document's lines go "What is it? That.", question and answer on one.
enum Halves {
    /// Three in five of the questions must: one by itself may be a question of two sentences.
    static func settle(_ questions: inout [Candidate]) {
        let halved = questions.count { $0.halves != nil }
        guard halved >= 2, halved * 5 >= questions.count * 3 else { return }
        for index in questions.indices {
            guard let (question, answer) = questions[index].halves else { continue }
            questions[index].text = question
            questions[index].inline = answer
        }
    }
}

extension Posing {
    /// A heading that may be a question's title.
    static func isTitle(_ candidate: Candidate) -> Bool {
        if case .heading(let level) = candidate.shape { level >= 2 } else { false }
    }
}
