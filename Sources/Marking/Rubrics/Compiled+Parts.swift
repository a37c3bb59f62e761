/// What a matcher holds of its rubric. A bank has tens of thousands of each, so they are small.
extension Compiled {
    /// One way to say a point.
    struct Alternative: Sendable {
        /// Where its words are among ``Compiled/terms``.
        var places: Range<Int32> = 0..<0
        var indices: Range<Int> { Int(places.lowerBound)..<Int(places.upperBound) }
        var size: Int { places.count }
        /// Its function words, those of the question apart.
        var functionWords: Set<UInt64> = []
        var echoedFunctionWords: Set<UInt64> = []
        private let number: Int32
        var point: Int { Int(number) }
        var total: Float = 0
        /// The number of its words, each counted by its weight.
        var words: Float = 0 {
            didSet {
                enough = Tuning.threshold(words: words)
                near = Tuning.nearness(words: words)
                locality = Tuning.locality(words: words)
            }
        }
        /// What ``Tuning`` says of so many words.
        private(set) var enough: Float = 0
        private(set) var near: Float = 0
        private(set) var locality: Float = 0
        /// The weight of its words that say something is not done: stops, unused.
        var refusing: Float = 0
        /// The weight of its denied words.
        var denied: Float = 0
        var newTerms: Int32 = 0
        /// Its numbers, symbols and units, and whether the question has them all.
        var strictTerms: Int32 = 0
        var isStrictInQuestion = true
        /// Whether it has a word that the question has not.
        var hasNews = false
        /// Says what should not be said.
        var isMisconception = false
        /// A single common word, by which no misconception is held.
        var isBare = false
        /// Names the thing in a word or two and says nothing of it: `load factor`.
        var isTerm = false
        /// One of the point's phrasings.
        var isPhrasing = false
        /// Whether it has a word that says which way something goes, and another that this is said of.
        var hasDirection = false
        /// All its words are denied, by two negators: `don't mock what you don't own`.
        var isTwiceDenied = false
        /// Whether it says something in the negative, and in how many sentences.
        var isNegative = false
        var deniedSentences: Int32 = 0

        init(point: Int) { number = Int32(point) }
    }

    /// What a word is in a way to say a point.
    struct Role: OptionSet, Sendable {
        let rawValue: UInt8

        /// Said in the negative by the point itself: "needs no labels".
        static let denied = Role(rawValue: 1 << 0)
        /// Only set against something by the point: either polarity will do.
        static let contrast = Role(rawValue: 1 << 1)
        /// A number, symbol or unit: near is not enough.
        static let strict = Role(rawValue: 1 << 2)
        /// Says that something is not done: stops, unused.
        static let refusing = Role(rawValue: 1 << 3)
        static let number = Role(rawValue: 1 << 4)
        /// Says which way something goes: rises, before.
        static let direction = Role(rawValue: 1 << 5)
    }

    struct Term: Sendable {
        private let number: Int32
        var concept: Int { Int(number) }
        var weight: Float
        var role: Role
        var isDenied: Bool { role.contains(.denied) }
        var isContrast: Bool { role.contains(.contrast) }
        var isDirection: Bool { role.contains(.direction) }

        init(concept: Int, weight: Float, role: Role) {
            number = Int32(concept)
            self.weight = weight
            self.role = role
        }
    }

    /// A term, seen from its concept.
    struct Posting: Sendable {
        let alternative: Int32
        let weight: Float
        private let role: Role
        @inline(__always)
        var isDenied: Bool { role.contains(.denied) }
        @inline(__always)
        var isContrast: Bool { role.contains(.contrast) }
        @inline(__always)
        var isStrict: Bool { role.contains(.strict) }
        @inline(__always)
        var isRefusing: Bool { role.contains(.refusing) }
        @inline(__always)
        var isNumber: Bool { role.contains(.number) }
        /// None of the first four.
        @inline(__always)
        var isPlain: Bool { role.isDisjoint(with: [.denied, .contrast, .strict, .refusing]) }

        init(_ term: Term, of alternative: Int) {
            self.alternative = Int32(alternative)
            weight = term.weight
            role = term.role
        }
    }
}
