import Interviews
public import Transcripts

/// Who is in rooms at other servers of the same log. It colours the board, and decides with whose answers all have
/// answered; no fold knows it.
extension Hub {
    /// Who is in rooms here.
    public var whisper: Whisper {
        held.filter { $0.value.confirmed.rules != nil && !$0.value.audience.isEmpty }.mapValues(\.presences)
    }

    /// Another server says who is there.
    mutating func whispered(_ whisper: Whisper) {
        companySeenAt = now
        for (id, seats) in whisper where held[id]?.confirmed.rules != nil {
            for (seat, presence) in seats where held[id]?.confirmed.seats[seat] != nil {
                note(presence, of: seat, in: id)
            }
        }
    }

    /// Whoever has just come in at another server, or has gone from here and may be on the way to one, is taken to be there
    /// until that server has its turn to say so.
    mutating func expectElsewhere(_ seat: SeatID, in id: InterviewID) {
        guard hasCompany, held[id]?.audience.isHere(seat) == false, held[id]?.room.elsewhere[seat] == nil
        else { return }
        note(.here, of: seat, in: id)
    }

    /// A second has passed: whoever was not heard of for a while is gone.
    mutating func forgetEchoes() {
        for id in held.keys {
            let silent = held[id]?.room.elsewhere.filter {
                now.milliseconds - $0.value.at.milliseconds > HeldRoom.echo
            }
            for seat in (silent ?? [:]).keys { change(seat, in: id) { $0.room.elsewhere[seat] = nil } }
        }
    }

    /// The line was lost: nobody could be heard of.
    mutating func refreshEchoes() {
        for id in held.keys {
            for seat in Array((held[id]?.room.elsewhere ?? [:]).keys) {
                held[id]?.room.elsewhere[seat]?.at = now
            }
        }
    }

    private var hasCompany: Bool {
        companySeenAt.map { now.milliseconds - $0.milliseconds <= Self.companyPatience } ?? false
    }

    private mutating func note(_ presence: Presence, of seat: SeatID, in id: InterviewID) {
        if presence == .writing { held[id]?.room.typedAt[seat] = now }
        if held[id]?.confirmed.isHost(seat) == true { held[id]?.room.hostSeenAt = now }
        let now = now
        change(seat, in: id) { $0.room.elsewhere[seat] = (presence, now) }
    }

    private mutating func change(_ seat: SeatID, in id: InterviewID, _ work: (inout HeldInterview) -> Void) {
        guard let before = held[id].map({ ($0.isHere(seat), $0.isAway(seat), $0.isWriting(seat)) }) else {
            return
        }
        work(&held[id, default: HeldInterview(id)])
        guard let after = held[id].map({ ($0.isHere(seat), $0.isAway(seat), $0.isWriting(seat)) }),
            before != after
        else { return }
        if before.0 != after.0 { noteComing(of: seat, isHere: after.0, in: id) }
        updateRow(of: seat, in: id)
        takeTurn(in: id)
        closeIfComplete(id)
    }

    /// For so long there is another server that was heard of, in milliseconds.
    private static let companyPatience: Int64 = 10_000
}
