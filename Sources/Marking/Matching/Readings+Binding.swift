// What keeps the right words from saying the point: they are scattered, only named, or said of something else.
extension Readings {
    /// The best sentence alone says too little; the rest stands elsewhere.
    func isScattered(_ share: Float, _ index: Int) -> Bool {
        share < compiled.alternatives[index].near * compiled.alternatives[index].enough
    }

    /// A bare term in a sentence that says other things: `the load factor` does not yet say what it is for. Another
    /// word of the point beside it does, and a sentence that hardly has other words names it as the answer.
    func isOnlyNamed(_ index: Int) -> Bool {
        guard compiled.alternatives[index].isTerm, compiled.alternatives[index].point < 64 else {
            return false
        }
        let way = compiled.alternatives[index]
        let window = Int(bestWindow[index])
        guard window >= 0 else { return false }
        var clause = Findings.Clause()
        /// How many words name it, and the last of them.
        var (own, last) = (0, Int32(-1))
        for occurrence in found(in: window) where names(occurrence, way) {
            if last < 0 {
                clause = clauses[Int(occurrence.clause)]
                // `Collisions never happen`.
                if clause.negator > occurrence.last, !way.isNegative { return true }
            }
            own += Int(max(0, occurrence.last - max(last, occurrence.token - 1)))
            last = max(last, occurrence.last)
        }
        return last >= 0 && Int(clause.words) - own > min(way.size, 2) && !isBacked(way, in: window)
    }

    private func names(_ occurrence: Findings.Occurrence, _ way: Compiled.Alternative) -> Bool {
        occurrence.rule != .antonym
            && compiled.terms(of: way).contains { $0.concept == Int(occurrence.concept) }
    }

    /// Whether another telling word of the point stands beside those that name it.
    private func isBacked(_ way: Compiled.Alternative, in window: Int) -> Bool {
        found(in: window).contains { occurrence in
            compiled.points[Int(occurrence.concept)] & 1 << UInt64(way.point) != 0
                && occurrence.rule != .antonym && occurrence.rule.strength >= 0.9
                && compiled.concepts[Int(occurrence.concept)].kind != .number
                && compiled.concepts[Int(occurrence.concept)].weight >= Tuning.backingWeight
                && !found(in: window).contains {
                    names($0, way) && $0.token <= occurrence.last && occurrence.token <= $0.last
                }
        }
    }

    /// More than half of it is said of something that the question sets beside what the point is about.
    func isSaidOfAnother(_ index: Int) -> Bool {
        let point = compiled.alternatives[index].point
        let (own, rivals) = (compiled.subjects.own[point], compiled.subjects.rivals[point])
        let window = Int(bestWindow[index])
        guard rivals != 0, window >= 0 else { return false }
        let terms = compiled.terms(of: compiled.alternatives[index])
        var (right, wrong): (Float, Float) = (0, 0)
        for occurrence in found(in: window) where occurrence.rule != .antonym {
            guard let term = terms.first(where: { $0.concept == Int(occurrence.concept) }) else {
                continue
            }
            if occurrence.subject & own == 0, occurrence.subject & rivals != 0 {
                wrong += term.weight
            } else {
                right += term.weight
            }
        }
        return wrong > right
    }

    /// Takes a word of direction as it stands nearest to another word of the way, in one clause with it: `the bias rises`
    /// beside `the variance falls`. An opposite that stands with none of them says nothing of this.
    /// Tells whether the way goes there and the answer the other way.
    func bind(_ near: inout Found, _ index: Int) -> Bool {
        let way = compiled.alternatives[index]
        let window = Int(bestWindow[index])
        guard window >= 0 else { return false }
        var isOpposite = false
        let terms = compiled.terms(of: way)
        for term in terms where term.isDirection {
            guard let note = noted(term.concept, in: window), note.denied > 0 else { continue }
            let occurrences = found(in: window).filter { occurrence in
                terms.contains { $0.concept == Int(occurrence.concept) }
            }
            let said = Set(occurrences.lazy.filter { $0.rule != .antonym }.map(\.token))
            var (asserted, denied): (Float, Float) = (0, 0)
            var isDeniedByWord = false
            var nearest: (distance: Int32, occurrence: Findings.Occurrence)?
            var direction: Findings.Occurrence?
            var other: Findings.Occurrence?
            func pair(_ direction: Findings.Occurrence, _ other: Findings.Occurrence) {
                let distance = abs(direction.token - other.token)
                guard direction.clause == other.clause else { return }
                let least = nearest?.distance ?? .max
                if distance < least || distance == least && direction.rule != .antonym {
                    nearest = (distance, direction)
                }
            }
            for occurrence in occurrences {
                if occurrence.concept == Int32(term.concept) {
                    let isOther = occurrence.rule == .antonym && said.contains(occurrence.token)
                    if isOther || occurrence.rule == .antonym && occurrence.isAsserted { continue }
                    if occurrence.isAsserted {
                        asserted = max(asserted, occurrence.rule.strength)
                    } else {
                        denied = max(denied, occurrence.rule.strength)
                        if occurrence.rule != .antonym { isDeniedByWord = true }
                    }
                    direction = occurrence
                    if let other { pair(occurrence, other) }
                } else {
                    other = occurrence
                    if let direction { pair(direction, occurrence) }
                }
            }
            let posting = Compiled.Posting(term, of: index)
            near.take(posting, asserted: note.asserted, denied: note.denied)
            if let found = nearest?.occurrence {
                if found.rule == .antonym, !term.isContrast, !term.isDenied { isOpposite = true }
                let strength = found.rule.strength
                near.add(
                    posting, asserted: found.isAsserted ? strength : 0,
                    denied: found.isAsserted ? 0 : strength,
                    isNews: false)
            } else {
                near.add(posting, asserted: asserted, denied: isDeniedByWord ? denied : 0, isNews: false)
            }
        }
        return isOpposite
    }

    /// How a concept was counted in the window.
    private func noted(_ concept: Int, in window: Int) -> (asserted: Float, denied: Float)? {
        var (asserted, denied): (Float, Float) = (0, 0)
        for occurrence in found(in: window) where Int(occurrence.concept) == concept {
            if occurrence.rule == .antonym, occurrence.isAsserted { continue }
            if occurrence.isAsserted {
                asserted = max(asserted, occurrence.rule.strength)
            } else {
                denied = max(denied, occurrence.rule.strength)
            }
        }
        return asserted + denied > 0 ? (asserted, denied) : nil
    }

    private func found(in window: Int) -> ArraySlice<Findings.Occurrence> {
        let end = window + 1 < windows.count ? Int(windows[window + 1].first) : occurrences.count
        return occurrences[Int(windows[window].first)..<end]
    }
}
