extension Interview {
    /// Whether the interview is this visitor's, or one of its seats.
    public func knows(_ visitor: String) -> Bool {
        opening?.visitor == visitor || seats.contains { $0.seat.visitor == visitor }
    }

    /// Forgets whose it was, as the log did: nothing that happens from here on says anything about that visitor.
    public mutating func forget(_ visitor: String) {
        if opening?.visitor == visitor { opening?.visitor = nil }
        seats.updateAll { if $0.seat.visitor == visitor { $0.seat.visitor = nil } }
    }

    /// Calls a visitor by another name, as the log does.
    public mutating func rename(_ visitor: String, to name: String) {
        if opening?.visitor == visitor { opening?.visitor = name }
        seats.updateAll { if $0.seat.visitor == visitor { $0.seat.visitor = name } }
    }
}
