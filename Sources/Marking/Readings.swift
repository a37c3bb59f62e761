/// Reads the findings window by window and keeps, for every way of saying a point, how far it is said.
struct Readings {
    private let compiled: Compiled
    private let strictWords: [Int32]
    private var whole: [Found]
    private var best: [Found]
    private var bestWindow: [Int32]
    /// The findings of the present window, by concept; `seen` says which are of this window.
    private var asserted: [Float]
    private var denied: [Float]
    private var seen: [Int32]
    private var concepts: [Int32] = []
    private var local: [Found]
    private var touched: [Int32] = []

    init(_ findings: Findings, in compiled: Compiled) {
        self.compiled = compiled
        strictWords = findings.strictWords
        whole = Array(repeating: Found(), count: compiled.alternatives.count)
        best = whole
        local = whole
        bestWindow = Array(repeating: -1, count: whole.count)
        asserted = Array(repeating: 0, count: compiled.concepts.count)
        denied = asserted
        seen = Array(repeating: -1, count: asserted.count)
        var at = 0
        while at < findings.occurrences.count {
            let window = findings.occurrences[at].window
            while at < findings.occurrences.count, findings.occurrences[at].window == window {
                note(findings.occurrences[at], window)
                at += 1
            }
            endWindow(window)
        }
        readWhole(findings)
    }

    @inline(__always)
    private mutating func note(_ occurrence: Findings.Occurrence, _ window: Int32) {
        let concept = Int(occurrence.concept)
        if seen[concept] != window {
            seen[concept] = window
            asserted[concept] = 0
            denied[concept] = 0
            concepts.append(occurrence.concept)
        }
        // A denied opposite is not yet the thing itself.
        if occurrence.rule == .antonym, occurrence.isAsserted { return }
        if occurrence.isAsserted {
            asserted[concept] = max(asserted[concept], occurrence.rule.strength)
        } else {
            denied[concept] = max(denied[concept], occurrence.rule.strength)
        }
    }

    private mutating func endWindow(_ window: Int32) {
        for concept in concepts { spread(Int(concept)) }
        concepts.removeAll(keepingCapacity: true)
        for index in touched {
            let found = local[Int(index)]
            local[Int(index)] = Found()
            let old = best[Int(index)]
            // A window that asserts more is the better one.
            if found.right + 0.5 * found.wrong > old.right + 0.5 * old.wrong {
                best[Int(index)] = found
                bestWindow[Int(index)] = window
            }
        }
        touched.removeAll(keepingCapacity: true)
    }

    private mutating func spread(_ concept: Int) {
        let isNews = !compiled.concepts[concept].isInQuestion
        for posting in compiled.postings[concept] {
            let index = Int(posting.alternative)
            if local[index].right == 0, local[index].wrong == 0 { touched.append(posting.alternative) }
            local[index].add(posting, asserted: asserted[concept], denied: denied[concept], isNews: isNews)
        }
    }

    /// The same over the whole answer as one window.
    private mutating func readWhole(_ findings: Findings) {
        for occurrence in findings.occurrences where occurrence.rule != .antonym { note(occurrence, .max) }
        for concept in concepts { spread(Int(concept)) }
        for index in touched { whole[Int(index)] = local[Int(index)] }
    }

    func reading(of index: Int) -> Reading {
        let way = compiled.alternatives[index]
        let (near, all) = (best[index], whole[index])
        let share = Tuning.locality(words: way.words)
        var said = share * (near.right + near.wrong)
        said += (1 - share) * max(near.right + near.wrong, all.right + all.wrong)
        if !(near.hasNews || all.hasNews) { said *= Tuning.echoShare }
        let ceiling = ceiling(way, near, window: bestWindow[index])
        let strength = Self.strength(said / way.total, words: way.words)
        let asserted = Self.strength((said - near.wrong) / way.total, words: way.words)
        return Reading(
            alternative: index, window: bestWindow[index], strength: min(strength, ceiling),
            assertedStrength: min(asserted, ceiling),
            isContradicted: near.wrong > Tuning.denied * (near.right + near.wrong))
    }

    /// Without its number, symbol or unit a way is said in part at most, and not at all where the sentence has another
    /// one in its place. A number that the question has need not be said again. Formulas are left alone.
    private func ceiling(_ way: Compiled.Alternative, _ near: Found, window: Int32) -> Double {
        guard 1...3 ~= way.strictTerms, Int(near.strict) < way.strictTerms, window >= 0 else { return 1 }
        if strictWords[Int(window)] > near.strict { return Tuning.partial - 0.01 }
        return way.isStrictInQuestion ? 1 : Tuning.hit - 0.01
    }

    /// What the share of a way's words that was found is worth: 0.66 where it is enough for a hit.
    private static func strength(_ recall: Float, words: Float) -> Double {
        let enough = Tuning.threshold(words: words)
        let hit = Float(Tuning.hit)
        let strength =
            recall < enough ? hit * recall / enough : hit + (1 - hit) * (recall - enough) / (1 - enough)
        return Double(min(max(strength, 0), 1))
    }

    /// The share of a way's words that the answer has anywhere, whether asserted or denied, and the denied part.
    func recall(of index: Int) -> (said: Float, denied: Float, hasNews: Bool) {
        let total = compiled.alternatives[index].total
        let found = whole[index]
        return ((found.right + found.wrong) / total, found.wrong / total, found.hasNews)
    }
}
