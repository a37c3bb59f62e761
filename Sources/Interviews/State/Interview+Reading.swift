extension Interview {
    public var settings: Settings? { opening?.settings }

    /// What it goes by where it was opened for several; `nil` where somebody practises alone.
    public var rules: RoomRules? { opening?.room }

    /// The question that everybody is at, where nobody moves on alone.
    public var current: Int? { phase == .underWay ? room.progress.current : nil }

    /// How many of the questions were asked of everybody.
    public var askedCount: Int { room.progress.asked }

    public var clock: Clock? { room.progress.clock }

    public var isClosed: Bool { room.progress.isClosed }

    public var isPaused: Bool { room.progress.isPaused }

    public var isLocked: Bool { room.isLocked }

    public var isOver: Bool {
        if case .ended = phase { true } else { false }
    }

    /// The question that a seat is at.
    public func current(of seat: SeatID) -> Int? {
        phase == .underWay ? progress(of: seat).current : nil
    }

    public func clock(of seat: SeatID) -> Clock? { progress(of: seat).clock }

    public func isClosed(for seat: SeatID) -> Bool { progress(of: seat).isClosed }

    public func isFinished(_ seat: SeatID) -> Bool { progress(of: seat).isFinished }

    /// Who is in the hot seat.
    public var answering: SeatID? { room.progress.answering }

    /// Whether a seat's clock may show another time than the room's.
    public func hasOwnClock(_ seat: SeatID) -> Bool { seats[seat]?.own != nil }

    func progress(of seat: SeatID) -> Progress { seats[seat]?.own ?? room.progress }

    /// Whether a question was shown to everybody.
    public func isShown(_ question: Int) -> Bool { room.shown.contains(question) }

    /// Whether a candidate may see the marks of a question, and what else gives its key points away.
    public func showsMarks(of question: Int) -> Bool {
        isOver || settings?.mode != .realistic || isShown(question)
    }

    /// Whether candidates may read a question's model answer. Who practises alone may after having answered.
    public func showsModelAnswer(of question: Int) -> Bool {
        switch rules?.answers {
        case nil: showsMarks(of: question)
        case .answer: showsMarks(of: question)
        case .reveal: isOver || isShown(question)
        case .end: isOver
        }
    }

    /// What a seat did about a question; an untouched ``Response`` where it did nothing yet.
    public func response(of seat: SeatID, to question: Int) -> Response {
        seats[seat]?.responses[question] ?? Response()
    }

    /// Digest of the secret of the visitor whose seat it is, as far as the log knows.
    public func visitor(of seat: SeatID) -> String? {
        seats[seat]?.seat.visitor ?? (rules == nil ? opening?.visitor : nil)
    }

    public func isDealtWith(_ question: Int, by seat: SeatID) -> Bool {
        let response = response(of: seat, to: question)
        return response.isSkipped || response.attempts > 0
    }

    /// How many questions a seat was asked.
    package func askedCount(of seat: SeatID) -> Int { progress(of: seat).asked }
}
