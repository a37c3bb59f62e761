import Glibc

extension FSRS {
    /// What a review leaves in memory: `state` is what was there before, `nil` for the first review.
    ///
    /// - Parameter days: The whole days since the last review. With 0 the rule for reviews on the same day
    ///   holds, by which little is gained from saying at once again what was just said.
    public func next(_ state: MemoryState?, rating: Rating, afterDays days: Int) -> MemoryState {
        guard let state else {
            return MemoryState(
                stability: max(weights[rating.rawValue - 1], Self.minimumStability),
                difficulty: bounded(initialDifficulty(rating)))
        }
        let stability =
            if days < 1 {
                stabilityOnTheSameDay(state, rating)
            } else if rating == .again {
                stabilityAfterForgetting(state, retrievability(of: state, afterDays: Double(days)))
            } else {
                stabilityAfterRecall(state, rating, retrievability(of: state, afterDays: Double(days)))
            }
        return MemoryState(
            stability: max(stability, Self.minimumStability), difficulty: nextDifficulty(state, rating))
    }

    /// `S' = S · SInc` with `SInc = e^(w17·(G-3+w18)) · S^-w19`, at least 1 unless forgotten.
    private func stabilityOnTheSameDay(_ state: MemoryState, _ rating: Rating) -> Double {
        let grade = Double(rating.rawValue)
        let increase = exp(weights[17] * (grade - 3 + weights[18])) * pow(state.stability, -weights[19])
        return state.stability * (rating == .again ? increase : max(increase, 1))
    }

    /// `S'r = S · (1 + e^w8 · (11-D) · S^-w9 · (e^(w10·(1-R)) - 1) · w15 if hard · w16 if easy)`.
    private func stabilityAfterRecall(_ state: MemoryState, _ rating: Rating, _ recall: Double) -> Double {
        let hardOrEasy = rating == .hard ? weights[15] : rating == .easy ? weights[16] : 1
        let slowing = (11 - state.difficulty) * pow(state.stability, -weights[9])
        let spacing = exp(weights[10] * (1 - recall)) - 1
        return state.stability * (1 + exp(weights[8]) * slowing * spacing * hardOrEasy)
    }

    /// `S'f = w11 · D^-w12 · ((S+1)^w13 - 1) · e^(w14·(1-R))`, at most `S / e^(w17·w18)`.
    private func stabilityAfterForgetting(_ state: MemoryState, _ recall: Double) -> Double {
        let kept = pow(state.difficulty, -weights[12]) * (pow(state.stability + 1, weights[13]) - 1)
        let stability = weights[11] * kept * exp(weights[14] * (1 - recall))
        return min(stability, state.stability / exp(weights[17] * weights[18]))
    }

    /// `D0(G) = w4 - e^(w5·(G-1)) + 1`.
    private func initialDifficulty(_ rating: Rating) -> Double {
        weights[4] - exp(weights[5] * Double(rating.rawValue - 1)) + 1
    }

    /// `D'' = w7 · D0(easy) + (1-w7) · D'` with `D' = D - w6·(G-3) · (10-D)/9`.
    private func nextDifficulty(_ state: MemoryState, _ rating: Rating) -> Double {
        let change = -weights[6] * Double(rating.rawValue - 3)
        let damped = state.difficulty + change * (10 - state.difficulty) / 9
        return bounded(weights[7] * initialDifficulty(.easy) + (1 - weights[7]) * damped)
    }

    private func bounded(_ difficulty: Double) -> Double {
        min(max(difficulty, 1), 10)
    }
}
