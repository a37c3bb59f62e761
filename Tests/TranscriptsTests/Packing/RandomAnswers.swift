import Interviews
import Marking

/// Answers as nobody gives them: every field with every value that it may have.
struct RandomAnswers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func number(below bound: Int) -> Int {
        // https://prng.di.unimi.it/splitmix64.c
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(bound))
    }

    private mutating func one<Value>(of values: [Value]) -> Value { values[number(below: values.count)] }

    private mutating func several<Value>(_ most: Int, _ make: (inout Self) -> Value) -> [Value] {
        (0..<number(below: most + 1)).map { _ in make(&self) }
    }

    private mutating func text(_ most: Int = 12) -> String {
        several(most) {
            $0.one(of: ["a", "models ", "\"\\", "\n", "\u{0}", "é", "e\u{301}", "🇨🇭", "\u{2028}", "שלום", ":"])
        }.joined()
    }

    private mutating func share() -> Double {
        switch number(below: 6) {
        case 0: 0
        case 1: -0.0
        case 2: 1
        case 3: Double(number(below: 1001)) / 1000
        case 4: Double(Float(number(below: 1 << 24)) / Float(1 << 24))
        default: Double(number(below: 1 << 52)) / Double(1 << 52)
        }
    }

    mutating func next() -> Event.Answered {
        guard let ref = Reference("r\(number(below: 1 << 30))") else { preconditionFailure("a reference") }
        let points = several(12) { random in
            PointMark(
                keyPoint: random.text(), verdict: random.one(of: Verdict.allCases), strength: random.share(),
                evidence: random.several(random.number(below: 9) == 0 ? 30 : 3) { random in
                    let start = random.number(below: 1 << random.number(below: 40))
                    return Evidence(
                        start: start, end: start + random.number(below: 300), rule: random.text(4))
                })
        }
        return Event.Answered(
            seat: SeatID("c\(number(below: 99))"), ref: ref,
            question: number(below: 300), attempt: 1 + number(below: 300), text: text(60),
            mark: Mark(
                points: points, coverage: share(), remarks: several(3) { $0.one(of: Remark.allCases) },
                matcher: text(2)),
            reply: one(of: [true, false]) ? .init(point: text(3), start: number(below: 20_000)) : nil,
            isLate: one(of: [nil, false, true]))
    }
}
