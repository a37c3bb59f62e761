/// Reads the findings window by window and keeps, for every way of saying a point, how far it is said.
struct Readings: ~Copyable {
    let compiled: Compiled
    let occurrences: [Findings.Occurrence]
    let windows: [Findings.Window]
    let clauses: [Findings.Clause]
    private var whole: [Found]
    private var best: [Found]
    private(set) var bestWindow: [Int32]
    private var notes: [Note]
    /// The concepts of the present window, and those of the whole answer.
    private var concepts: [Int32] = []
    private var allConcepts: [Int32] = []
    private var local: [Found]
    private var touched: [Int32] = []

    /// What is found of one concept in the present window, and in the whole answer as if it were one window.
    private struct Note {
        var window: Int32 = -1
        var asserted: Float = 0
        var denied: Float = 0
        var isAvoided = false
        var assertedAnywhere: Float = 0
        var deniedAnywhere: Float = 0
    }

    init(_ findings: Findings, in compiled: Compiled) {
        self.compiled = compiled
        occurrences = findings.occurrences
        windows = findings.windows
        clauses = findings.clauses
        let ways = compiled.alternatives.count
        whole = Array(repeating: Found(), count: ways)
        best = Array(repeating: Found(), count: ways)
        local = Array(repeating: Found(), count: ways)
        bestWindow = Array(repeating: -1, count: ways)
        notes = Array(repeating: Note(), count: compiled.concepts.count)
        concepts.reserveCapacity(32)
        allConcepts.reserveCapacity(compiled.concepts.count)
        touched.reserveCapacity(ways)
        var window: Int32 = 0
        for occurrence in findings.occurrences {
            if occurrence.window != window {
                endWindow(window)
                window = occurrence.window
            }
            note(occurrence)
        }
        endWindow(window)
        readWhole()
    }

    @inline(__always)
    private mutating func note(_ occurrence: Findings.Occurrence) {
        let isOpposite = occurrence.rule == .antonym
        let isAsserted = occurrence.isAsserted
        // A denied opposite is not yet the thing itself.
        if isOpposite, isAsserted { return }
        let strength = occurrence.rule.strength
        var note = notes[Int(occurrence.concept)]
        if note.window != occurrence.window {
            note.window = occurrence.window
            note.asserted = 0
            note.denied = 0
            note.isAvoided = false
            concepts.append(occurrence.concept)
        }
        if !isOpposite {
            if note.assertedAnywhere + note.deniedAnywhere == 0 { allConcepts.append(occurrence.concept) }
            if isAsserted {
                note.assertedAnywhere = max(note.assertedAnywhere, strength)
            } else {
                note.deniedAnywhere = max(note.deniedAnywhere, strength)
            }
        }
        if isAsserted {
            note.asserted = max(note.asserted, strength)
        } else {
            note.denied = max(note.denied, strength)
        }
        if occurrence.isAvoided { note.isAvoided = true }
        notes[Int(occurrence.concept)] = note
    }

    private mutating func endWindow(_ window: Int32) {
        for concept in concepts {
            let note = notes[Int(concept)]
            Self.spread(
                Int(concept), asserted: note.asserted, denied: note.denied, isAvoided: note.isAvoided,
                in: compiled, to: &local, &touched)
        }
        concepts.removeAll(keepingCapacity: true)
        Self.keepBetter(of: &local, touched, in: window, &best, &bestWindow)
        touched.removeAll(keepingCapacity: true)
    }

    /// A window that asserts more is the better one.
    private static func keepBetter(
        of local: inout [Found], _ touched: [Int32], in window: Int32, _ best: inout [Found],
        _ bestWindow: inout [Int32]
    ) {
        var local = local.mutableSpan
        var best = best.mutableSpan
        var windows = bestWindow.mutableSpan
        for index in touched {
            let index = Int(index)
            if local[index].told > best[index].told {
                best[index] = local[index]
                windows[index] = window
            }
            local[index] = Found()
        }
    }

    /// Adds what is found of a concept to all ways that have it.
    @inline(__always)
    private static func spread(
        _ concept: Int, asserted: Float, denied: Float, isAvoided: Bool = false, in compiled: Compiled,
        to found: inout [Found],
        _ touched: inout [Int32]
    ) {
        let isNews = !compiled.concepts[concept].isInQuestion
        var found = found.mutableSpan
        for at in compiled.firstPostings[concept]..<compiled.firstPostings[concept + 1] {
            let posting = compiled.postings[Int(at)]
            let index = Int(posting.alternative)
            if found[index].isNothing { touched.append(posting.alternative) }
            if denied == 0, posting.isPlain, !isAvoided {
                found[index].right += posting.weight * asserted
                if isNews { found[index].hasNews = true }
            } else {
                found[index].add(
                    posting, asserted: asserted, denied: denied, isAvoided: isAvoided, isNews: isNews)
            }
        }
    }

    /// The same over the whole answer as one window.
    private mutating func readWhole() {
        for concept in allConcepts {
            let note = notes[Int(concept)]
            Self.spread(
                Int(concept), asserted: note.assertedAnywhere, denied: note.deniedAnywhere, in: compiled,
                to: &local, &touched)
        }
        swap(&whole, &local)
    }

    func reading(of index: Int) -> Reading {
        let total = compiled.alternatives[index].total
        var near = best[index]
        let all = whole[index]
        let isOpposite =
            compiled.alternatives[index].hasDirection && near.right + near.wrong > 0 && bind(&near, index)
        let isTurned = mend(&near, index)
        let found = near.right + near.wrong
        let most = Tuning.denied(words: compiled.alternatives[index].words)
        let isDenied = isTurned || near.wrong > most * found
        let share = compiled.alternatives[index].locality
        let enough = compiled.alternatives[index].enough
        var said = share * found + (1 - share) * max(found, all.right + all.wrong)
        if !(near.hasNews || all.hasNews) { said *= Tuning.echoShare }
        let ceiling = compiled.alternatives[index].isBare ? Tuning.held - 0.01 : ceiling(index, near)
        // What is denied in part is said in part; what is denied as a whole is known by how much of it is.
        let doubt = isDenied ? 0 : Tuning.doubt * near.wrong
        var strength = Self.strength((said - doubt) / total, enough)
        if strength >= Tuning.hit, ceiling >= Tuning.hit, !isDenied,
            isOpposite || near.hasWrongNumber || isScattered(found / total, index)
                || isOnlyNamed(index) || isSaidOfAnother(index)
        {
            strength = Tuning.hit - 0.01
        }
        // A misconception is held where one sentence says it, not by words from here and there.
        let told = compiled.alternatives[index].isMisconception ? min(found, said) : said
        let asserted = Self.strength((told - near.wrong - near.both) / total, enough)
        return Reading(
            alternative: index, window: bestWindow[index], strength: min(strength, ceiling),
            assertedStrength: min(asserted, ceiling), isDenied: isDenied, isDoubtful: doubt > 0,
            isContradicted: isDenied && found / total >= enough)
    }

    /// Takes `it is not recorded` for `stops recording`, and `mock what you own` for `don't mock what you don't own`.
    /// Tells whether all that the way denies is asserted: `works with labels` where it works without.
    private func mend(_ near: inout Found, _ index: Int) -> Bool {
        let (refusing, total) = (compiled.alternatives[index].refusing, compiled.alternatives[index].total)
        if refusing > 0, !near.hasRefusal, near.both > 0 { near.right += refusing }
        if refusing > 0, !near.hasRefusal, near.wrong >= 0.6 * (total - refusing) {
            (near.right, near.wrong) = (near.wrong + refusing, near.right)
            return false
        }
        if compiled.alternatives[index].isTwiceDenied, near.right == 0 {
            (near.right, near.wrong) = (near.wrong, 0)
            return false
        }
        let denied = compiled.alternatives[index].denied
        return compiled.alternatives[index].newTerms > 1 && near.turned >= 0.9 * denied
            && denied >= 0.3 * total
    }

    /// Without its number, symbol or unit a way is said in part at most, and not at all where the sentence has another
    /// one in its place. A number that the question has need not be said again. Formulas are left alone.
    private func ceiling(_ index: Int, _ near: Found) -> Double {
        let strictTerms = compiled.alternatives[index].strictTerms
        let window = bestWindow[index]
        guard 1...3 ~= strictTerms, near.strict < strictTerms, window >= 0 else { return 1 }
        if windows[Int(window)].strictWords > near.strict { return Tuning.partial - 0.01 }
        return compiled.alternatives[index].isStrictInQuestion ? 1 : Tuning.hit - 0.01
    }

    /// What the share of a way's words that was found is worth: 0.66 where it is enough for a hit.
    private static func strength(_ recall: Float, _ enough: Float) -> Double {
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
