import ArgumentParser
import Marking
import QuestionBank

/// `greenroom bank test`
struct BankTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Marks every sample answer of a bank and compares the verdicts with the author's.",
        discussion: """
            Prints the disagreements, then precision and recall of saying that a point was hit, for every point \
            that disagrees and for all. Ends with status 1 if more than 2 % of the verdicts disagree.
            """)

    @OptionGroup var options: BankOptions

    @Argument(help: "Folders or files to test.")
    var folders: [String] = []

    func run() throws {
        let bank = try options.load(folders).bank
        var all = Agreement()
        for question in bank.questions where !question.samples.isEmpty {
            let matcher = Matcher(question.rubric)
            var perPoint: [String: Agreement] = [:]
            for sample in question.samples {
                let mark = matcher.mark(sample.text)
                for point in mark.points {
                    guard let expected = sample.expected[point.keyPoint] else { continue }
                    all.count(expected: expected, found: point.verdict)
                    perPoint[point.keyPoint, default: Agreement()].count(
                        expected: expected, found: point.verdict)
                    guard expected != point.verdict else { continue }
                    print(
                        "\(question.source): \(question.id): \(sample.name): \(point.keyPoint): "
                            + "\(point.verdict.rawValue), the author says \(expected.rawValue)")
                }
            }
            for (point, agreement) in perPoint.sorted(by: { $0.key < $1.key }) where !agreement.isWhole {
                print("\(question.id): \(point): \(agreement)")
            }
        }
        print("all points: \(all)")
        if all.total > 0, Double(all.agreed) < 0.98 * Double(all.total) { throw ExitCode(1) }
    }
}

/// How often the matcher and an author say the same.
private struct Agreement: CustomStringConvertible {
    private(set) var total = 0
    private(set) var agreed = 0
    private var bothHit = 0
    private var foundHit = 0
    private var expectedHit = 0

    var isWhole: Bool { agreed == total }

    mutating func count(expected: Verdict, found: Verdict) {
        total += 1
        if expected == found { agreed += 1 }
        if expected.isSaid { expectedHit += 1 }
        if found.isSaid { foundHit += 1 }
        if expected.isSaid && found.isSaid { bothHit += 1 }
    }

    var description: String {
        "\(agreed) of \(total) verdicts agree, precision \(Self.share(bothHit, of: foundHit)), "
            + "recall \(Self.share(bothHit, of: expectedHit))"
    }

    private static func share(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let thousandths = (part * 1000 + whole / 2) / whole
        return "\(thousandths / 1000)." + String(String(1000 + thousandths % 1000).dropFirst())
    }
}

extension Verdict {
    /// The answer says the point, or the misconception.
    fileprivate var isSaid: Bool { self == .hit || self == .held }
}
