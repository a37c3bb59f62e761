import Testing
import Transcripts

struct ZipWriterTests {
    /// What is written comes at once and does not wait for the end.
    @Test func nothingGathers() throws {
        var (written, largest) = (0, 0)
        var zip = ZipWriter(year: 2026, month: 1, day: 1) {
            written += $0.count
            largest = max(largest, $0.count)
        }
        var state: UInt64 = 1
        try zip.begin("noise")
        for _ in 0..<64 {
            try zip.append(
                (0..<65_536).map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1
                    return UInt8(truncatingIfNeeded: state >> 33)
                })
        }
        try zip.finish()
        #expect(written > 4_000_000)
        #expect(largest < 400_000)
    }
}
