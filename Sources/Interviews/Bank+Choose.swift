public import QuestionBank

extension Bank {
    /// The questions that can be asked and marked.
    public var askable: [Question] {
        questions.filter { !$0.keyPoints.isEmpty }
    }

    /// The questions of an interview. The same settings and the same bank give the same questions in the same
    /// order, everywhere: topics take turns in a drawn order, each giving its questions in a drawn order.
    public func choose(_ settings: Settings) -> [Question] {
        var random = SeededRandom(seed: settings.seed + "\n" + hash)
        let wanted = Set(settings.topics)
        let fitting = askable.filter { wanted.isEmpty || wanted.contains($0.topic) }
        var byTopic = Dictionary(grouping: fitting, by: \.topic)
        var order = topics.map(\.id).filter { byTopic[$0] != nil }
        random.shuffle(&order)
        for topic in order { random.shuffle(&byTopic[topic, default: []]) }
        var chosen: [Question] = []
        for round in 0..<(byTopic.values.map(\.count).max() ?? 0) {
            for topic in order {
                guard chosen.count < settings.count else { return chosen }
                guard let questions = byTopic[topic], round < questions.count else { continue }
                chosen.append(questions[round])
            }
        }
        return chosen
    }
}

/// SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014), with a
/// shuffle of its own: the standard library's may change between versions, and a seed must not.
struct SeededRandom {
    private var state: UInt64

    /// The state is the FNV-1a hash of the text's UTF-8.
    init(seed: String) {
        state = seed.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Fisher–Yates. The bias of taking a 64-bit remainder is below 2⁻⁵⁰ for any bank.
    mutating func shuffle<Element>(_ elements: inout [Element]) {
        for last in elements.indices.dropFirst().reversed() {
            elements.swapAt(last, Int(next() % UInt64(last + 1)))
        }
    }
}
