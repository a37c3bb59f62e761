import Testing

@testable import WebSockets

struct TimerQueueTests {
    @Test func timersComeInTheOrderOfTheirTime() {
        var queue = TimerQueue()
        var generator = SystemRandomNumberGenerator()
        let deadlines = (0..<500).map { _ in UInt64.random(in: 0..<100, using: &generator) }
        let scheduled = deadlines.map { ($0, queue.schedule(at: $0)) }
        var taken: [TimerID] = []
        while let timer = queue.takeDue(at: 1000) { taken.append(timer) }
        #expect(taken == scheduled.sorted { ($0.0, $0.1.number) < ($1.0, $1.1.number) }.map(\.1))
    }

    @Test func whatIsNotDueStays() {
        var queue = TimerQueue()
        let timer = queue.schedule(at: 10)
        #expect(queue.takeDue(at: 9) == nil)
        #expect(queue.nextDeadline() == 10)
        #expect(queue.takeDue(at: 10) == timer)
        #expect(queue.nextDeadline() == nil)
    }

    @Test func aCancelledTimerNeverComes() {
        var queue = TimerQueue()
        let timers = (0..<200).map { queue.schedule(at: UInt64($0)) }
        for timer in timers where timer.number % 10 != 0 { queue.cancel(timer) }
        var taken: [UInt64] = []
        while let timer = queue.takeDue(at: 1000) { taken.append(timer.number) }
        #expect(taken == stride(from: 10, through: 200, by: 10).map { UInt64($0) })
    }
}
