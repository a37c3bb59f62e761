// What marking costs: by answer, by token, by key point, over the size of the bank. Run in release. Times are those of
// the processor, and the least of several runs counts, because other work on the machine only ever adds.
import Glibc
import Marking

let words = """
    Dropout randomly switches off a share of the neurons in every training step, so that the network cannot rely on \
    any one of them and learns redundant features. It works like training many thin networks whose average is used \
    afterwards, which reduces overfitting. At test time nothing is dropped and the activations are scaled by the keep \
    probability, or the scaling is done while training, which is called inverted dropout. A usual rate is 0.5 for \
    hidden layers and 0.2 for the input. Convolutional layers need less of it as they share their weights and \
    batch normalisation already adds some noise. I would tune the rate on a validation set, watch the gap between \
    training and validation loss, and combine it with weight decay and early stopping. With transformers people \
    put it on attention weights and residual branches, usually at a rate of 0.1 or so.
    """

/// The rubrics of two numbers differ in some of their words, as those of a bank do.
func rubric(points: Int, number: Int = 0) -> Rubric {
    let own = words.split(whereSeparator: { !$0.isLetter })
    let heads = [
        "Random units off", "Redundant features", "Ensemble view", "Off at inference", "Scaling",
        "Usual rates", "Less in convolutions", "Tuned on validation",
    ]
    let gists = [
        "units are dropped at random in each training step", "no unit can rely on another one",
        "like averaging many thin networks", "all units are used at test time",
        "activations are scaled by the keep probability", "one half for hidden layers and less for the input",
        "shared weights and batch normalisation need less noise", "the rate is chosen by validation loss",
    ]
    return Rubric(
        question: "What does dropout do and why does it help?",
        keyPoints: (0..<points).map { index in
            KeyPoint(
                id: "\(index)", head: heads[index % 8], gist: gists[index % 8],
                phrasings: [
                    "\(heads[(index + 1) % 8]) \(index)", gists[(index + 3) % 8],
                    number == 0
                        ? "inverted dropout"
                        : (0..<3).map { own[(number * 31 + index * 7 + $0) % own.count] }.joined(
                            separator: " "),
                ])
        })
}

/// One whose points have as many phrasings and misstatements as those of the built-in bank.
func fullRubric() -> Rubric {
    var rubric = rubric(points: 8)
    let own = words.split(whereSeparator: { !$0.isLetter })
    func said(_ number: Int) -> String {
        (0..<9).map { String(own[(number * 31 + $0 * 7) % own.count]) }.joined(separator: " ")
    }
    for index in rubric.keyPoints.indices {
        rubric.keyPoints[index].phrasings += (0..<5).map { said(index * 5 + $0) }
        rubric.keyPoints[index].misstatements = (0..<8).map { said(100 + index * 8 + $0) }
    }
    return rubric
}

/// The processor time of this process in nanoseconds.
func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// The least time of one call in nanoseconds.
func cost(rounds: Int = 30, calls: Int = 50, _ work: () -> Int) -> Double {
    var least = Double.infinity
    var sum = 0
    for _ in 0..<rounds {
        let start = now()
        for _ in 0..<calls { sum &+= work() }
        least = min(least, (now() - start) / Double(calls))
    }
    if sum == 42 { print("") }
    return least
}

/// The resident memory of this process in bytes.
func resident() -> Int {
    guard let file = unsafe fopen("/proc/self/statm", "r") else { return 0 }
    defer { unsafe fclose(file) }
    var bytes = [CChar](repeating: 0, count: 128)
    unsafe fgets(&bytes, 128, file)
    let text = String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return (Int(text.split(separator: " ")[1]) ?? 0) * 4096
}

func row(_ name: String, _ value: Double, _ unit: String) {
    print(
        name + String(repeating: " ", count: max(1, 44 - name.count))
            + "\((value * 10).rounded() / 10) \(unit)")
}

// With a number it only marks so many times, for counting instructions: valgrind --tool=callgrind MarkingBenchmark 100
let answer = words.split(separator: " ").prefix(150).joined(separator: " ")
if let argument = CommandLine.arguments.dropFirst().first, let times = Int(argument) {
    let matcher = Matcher(rubric(points: 8))
    var sum = 0
    for _ in 0..<times { sum += matcher.mark(answer).points.count }
    print(sum)
    exit(0)
}
for points in [1, 4, 8, 16] {
    let matcher = Matcher(rubric(points: points))
    row("150 words against \(points) key points", cost { matcher.mark(answer).points.count } / 1000, "µs")
}
let full = Matcher(fullRubric())
row("the same 8, with all a built-in one has", cost { full.mark(answer).points.count } / 1000, "µs")
let matcher = Matcher(rubric(points: 8))
for repeats in [1, 4, 16] {
    let long = Array(repeating: answer, count: repeats).joined(separator: " ")
    let time = cost(rounds: 10, calls: 10) { matcher.mark(long).points.count }
    row("\(150 * repeats) words against 8 key points", time / 1000, "µs")
    row("    per word", time / Double(150 * repeats), "ns")
}
let noise = String(decoding: (0..<20_000).map { UInt8(97 + ($0 * 7919 >> 3) % 26) }, as: UTF8.self)
let text20k = String(String(repeating: answer + " ", count: 25).prefix(20_000))
let misspelt = String(
    decoding: text20k.utf8.enumerated().map { $0 % 11 == 5 && $1 != 32 ? UInt8(113) : $1 }, as: UTF8.self)
for (name, text) in [
    ("prose", text20k), ("one word", noise), ("misspelt words", misspelt),
    ("digits", String(repeating: "1,2.3-", count: 3333)), ("emoji", String(repeating: "👩🏽‍🚀 ", count: 2500)),
] {
    row(
        "20,000 characters of \(name)", cost(rounds: 5, calls: 2) { matcher.mark(text).points.count } / 1e6,
        "ms")
}
row(
    "compiling 8 key points",
    cost(rounds: 5, calls: 5) { Matcher(rubric(points: 8)).mark("").points.count } / 1000, "µs")

/// What a bank of so many questions costs; the answers go round, so that no question stays in the cache.
func bank(of size: Int) {
    let before = resident()
    let matchers = (1...size).map { Matcher(rubric(points: 8, number: $0)) }
    let memory = Double(resident() - before) / Double(size * 8) / 1024
    var next = 0
    let time = cost(rounds: 10, calls: 200) {
        next += 1
        return matchers[next % size].mark(answer).points.count
    }
    row("bank of \(size) questions: answers per second", 1e9 / time, "")
    row("    memory per compiled key point", memory, "KiB")
}
for size in [10, 100, 1000, 5000] { bank(of: size) }
row("answers per second and core", 1e9 / cost { matcher.mark(answer).points.count }, "")
