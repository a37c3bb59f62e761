/// Questions of another shape than most of a document's: a second series at another level, the questions below a
/// heading among headings that ask.
struct OtherSeries {
    private let lines: Set<Int>
    private let topics: Set<Int>

    init(_ candidates: [Candidate], _ shape: Candidate.Shape) {
        let (below, topics) = Self.below(candidates, shape)
        self.topics = topics
        lines = below.union(Self.before(candidates, shape))
    }

    func contains(_ candidate: Candidate) -> Bool { lines.contains(candidate.line) }

    /// Whether the candidate of the index heads questions one level below, and asks nothing itself.
    func isTopic(_ index: Int, level: Int) -> Bool { topics.contains(index) }

    /// A whole series of numbered headings that ask, before the first of the others.
    private static func before(_ candidates: [Candidate], _ shape: Candidate.Shape) -> Set<Int> {
        guard shape.isSection, let first = candidates.first(where: { $0.shape == shape })?.line else {
            return []
        }
        var series: [Candidate.Shape: [Candidate]] = [:]
        for candidate in candidates {
            guard case .numberedHeading = candidate.shape, candidate.shape != shape else { continue }
            series[candidate.shape, default: []].append(candidate)
        }
        var lines: Set<Int> = []
        for own in series.values where own.count >= 2 && own.allSatisfy({ $0.line < first }) {
            guard own.count(where: \.asks) * 5 >= own.count * 4, own.first?.number == 1 else { continue }
            lines.formUnion(own.map(\.line))
        }
        return lines
    }

    /// `## Yeast` among `## What is bread?`, with `### What does it eat?` below.
    private static func below(
        _ candidates: [Candidate], _ shape: Candidate.Shape
    ) -> (lines: Set<Int>, topics: Set<Int>) {
        guard case .heading(let level) = shape else { return ([], []) }
        var lines: Set<Int> = []
        var topics: Set<Int> = []
        let headings = candidates.indices.filter { candidates[$0].level < 7 }
        for (place, index) in headings.enumerated()
        where candidates[index].shape == shape && !candidates[index].asks {
            let children = headings[(place + 1)...].prefix { candidates[$0].level > level }.filter {
                candidates[$0].level == level + 1
            }
            guard let next = children.first, place + 1 < headings.count, headings[place + 1] == next,
                children.count(where: { candidates[$0].asks }) * 5 >= children.count * 4
            else { continue }
            topics.insert(index)
            lines.formUnion(children.filter { candidates[$0].asks }.map { candidates[$0].line })
        }
        return (lines, topics)
    }
}
