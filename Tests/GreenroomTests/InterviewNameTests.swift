import HubStage
import Interviews
import Testing

@testable import Greenroom

/// The log's indexes are in the order of names: those of the same hour lie beside each other in them.
struct InterviewNameTests {
    private func name(at milliseconds: Int64) -> InterviewID {
        .make(from: SystemSecretSource(), at: Timestamp(milliseconds: milliseconds))
    }

    @Test(
        arguments: [0, 1, 31, 32, 1_023, 1_767_225_599_999, 1_767_225_600_000, 1_893_456_000_000, 1 << 44]
            as [Int64])
    func aNameStandsBehindThoseOfTheMillisecondBefore(at moment: Int64) {
        let earlier = (1...100).map { _ in name(at: moment) }
        let later = (1...100).map { _ in name(at: moment + 1) }
        #expect((earlier + later).allSatisfy { $0.text.count == 24 })
        #expect(earlier.allSatisfy { one in later.allSatisfy { one.text < $0.text } })
    }

    @Test func namesOfOneMomentDiffer() {
        #expect(Set((1...1_000).map { _ in name(at: 1_767_225_600_000) }).count == 1_000)
    }

    @Test func aClockThatIsWrongStillGivesNames() {
        for moment in [Int64.min, -1, .max] { #expect(name(at: moment).text.count == 24) }
    }
}
