import Foundation
import Marking
import Testing

/// Holds the predictions against human grades, where the graded answers are at hand: GREENROOM_SAMPLES names the
/// folder that has matching/dev.
struct MeasuredTests {
    private static let folder = ProcessInfo.processInfo.environment["GREENROOM_SAMPLES"]

    private struct Row: Decodable {
        let score: Double
    }

    @Test(
        .enabled(if: folder != nil, "GREENROOM_SAMPLES names no folder of graded answers"),
        arguments: [
            ("scientsbank-train", 0.528), ("beetle-train", 0.583), ("saf-en-train", 0.738),
            ("digiklausur-odd", 0.718),
        ])
    func predictionsCorrelateWithHumanGrades(set: String, least: Double) throws {
        let text = try String(
            contentsOfFile: "\(Self.folder ?? "")/matching/dev/\(set).jsonl", encoding: .utf8)
        var matcher = PairMatcher()
        var predicted: [Double] = []
        var graded: [Double] = []
        for line in text.split(separator: "\n") {
            predicted.append(
                matcher.mark(try JSONDecoder().decode(Pair.self, from: Data(line.utf8))).predicted)
            graded.append(try JSONDecoder().decode(Row.self, from: Data(line.utf8)).score)
        }
        #expect(correlation(predicted, graded) >= least)
    }

    private func correlation(_ a: [Double], _ b: [Double]) -> Double {
        let count = Double(a.count)
        let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
        let both = zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) }
        let squaresA = a.reduce(0) { $0 + ($1 - meanA) * ($1 - meanA) }
        let squaresB = b.reduce(0) { $0 + ($1 - meanB) * ($1 - meanB) }
        return both / (squaresA * squaresB).squareRoot()
    }
}
