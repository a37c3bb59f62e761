public import Interviews

/// What other servers do to the interviews that are in memory here.
extension Hub {
    /// The interviews that others may go on with.
    public var followed: [InterviewID] { held.filter { $0.value.confirmed.seq > 0 }.map(\.key) }

    /// So far the log goes. What is new in it is read, and told to everybody concerned; and so is what could not be read
    /// when it was tried last, though it were nothing new.
    mutating func advanced(_ latest: [InterviewID: Int]) {
        for (id, seq) in latest {
            guard let interview = held[id], seq > interview.confirmed.seq || interview.isStale else {
                continue
            }
            held[id]?.announced = max(interview.announced, seq)
            settle(id)
        }
    }

    /// Notes where others have gone on, once nothing of ours is on its way: what comes back may be what they mean.
    mutating func noteAnnounced(_ id: InterviewID) {
        guard let interview = held[id], interview.inFlight == 0, interview.confirmed.seq > 0,
            interview.announced > interview.confirmed.seq
        else { return }
        held[id]?.isStale = true
    }
}
