/// Shows what was searched for in a text, as the index of ``SQLiteLibrary`` does it.
struct PassageExcerpt {
    /// By their stems' beginnings.
    private let wanted: [String]

    /// Of an excerpt, in words.
    private static let length = 32

    init(of words: [String]) {
        wanted = words.flatMap { PassageTokens($0).tokens.map(\.stem) }
    }

    /// A whole text.
    func highlighted(_ text: String) -> [Passage.Piece] {
        let tokens = PassageTokens(text).tokens
        return pieces(of: text, tokens, from: text.startIndex, to: text.endIndex)
    }

    /// The part of a text that says most of what was searched for; its beginning where none does.
    func excerpt(_ text: String) -> [Passage.Piece] {
        let tokens = PassageTokens(text).tokens
        guard tokens.count > Self.length else { return highlighted(text) }
        let first = start(in: tokens)
        let last = first + Self.length - 1
        let begins = first == 0
        let ends = last == tokens.count - 1
        var pieces = pieces(
            of: text, Array(tokens[first...last]),
            from: begins ? text.startIndex : tokens[first].range.lowerBound,
            to: ends ? text.endIndex : tokens[last].range.upperBound)
        if !begins { pieces.insert(.init(text: "…", isHit: false), at: 0) }
        if !ends { pieces.append(.init(text: "…", isHit: false)) }
        return Self.joined(pieces)
    }

    /// With what was found in the middle of it.
    private func start(in tokens: [PassageTokens.Token]) -> Int {
        let hits = tokens.indices.filter { isHit(tokens[$0]) }
        var best = (start: 0, score: 0)
        for (index, hit) in hits.enumerated() {
            let shown = hits[index...].prefix { $0 < hit + Self.length }
            let said = wanted.count { stem in shown.contains { tokens[$0].stem.hasPrefix(stem) } }
            let score = said * 1000 + shown.count
            guard score > best.score, let last = shown.last else { continue }
            best = (hit - (Self.length - (last - hit + 1)) / 2, score)
        }
        return min(max(0, best.start), tokens.count - Self.length)
    }

    private func isHit(_ token: PassageTokens.Token) -> Bool {
        wanted.contains { token.stem.hasPrefix($0) }
    }

    private func pieces(
        of text: String, _ tokens: [PassageTokens.Token], from start: String.Index, to end: String.Index
    ) -> [Passage.Piece] {
        var pieces: [Passage.Piece] = []
        var done = start
        func add(_ range: Range<String.Index>, isHit: Bool) {
            guard !range.isEmpty else { return }
            pieces.append(.init(text: String(text.unicodeScalars[range]), isHit: isHit))
        }
        for token in tokens where isHit(token) {
            add(done..<token.range.lowerBound, isHit: false)
            add(token.range, isHit: true)
            done = token.range.upperBound
        }
        add(done..<end, isHit: false)
        return pieces
    }

    private static func joined(_ pieces: [Passage.Piece]) -> [Passage.Piece] {
        pieces.reduce(into: []) { joined, piece in
            if let last = joined.last, last.isHit == piece.isHit {
                joined[joined.count - 1].text += piece.text
            } else {
                joined.append(piece)
            }
        }
    }
}
