import Interviews
import QuestionBank
import Testing

/// Random commands of many seats.
struct RoomTurmoilTests {
    private static let seats = ["h1", "h2", "c1", "c2", "c3", "c4", "s1", "x9"].map { SeatID($0) }

    private func command(_ random: inout Lottery) -> Command {
        let question = random.next(4) - random.next(2)
        let seat = Self.seats[random.next(Self.seats.count)]
        let dispute = Command.Dispute(
            question: question, attempt: random.next(3), point: ["one", "two", "?"][random.next(3)],
            ranges: [], isWithdrawn: random.next(2) == 0)
        switch random.next(26) {
        case 0, 1, 2, 3:
            return .answer(question: question, text: ["One", "Two", "One Two", " "][random.next(4)])
        case 4: return .reply(question: question, text: "Two")
        case 5: return .hint(question: question)
        case 6: return .dispute(dispute)
        case 7: return .reveal(question: question)
        case 8: return .skip(question: question)
        case 9: return .unskip(question: question)
        case 10, 11: return .next(question: question)
        case 12: return .pauseClock
        case 13: return .resumeClock
        case 14: return .extendClock(seconds: random.next(100), for: random.next(2) == 0 ? nil : seat)
        case 15: return random.next(40) == 0 ? .end : .start
        case 16, 17: return .start
        case 18: return .close(question: question)
        case 19: return .show(question: question)
        case 20: return .lock(random.next(2) == 0)
        case 21:
            return .change(
                .init(seat: seat, role: [nil, .host, .candidate, .spectator][random.next(4)]))
        case 22:
            return .change(
                .init(seat: seat, standing: [.present, .removed, .banned, .present][random.next(4)]))
        case 23: return .rule(.init(seat: seat, isSaid: random.next(2) == 0, dispute))
        case 24: return .say(text: "Hm", to: random.next(2) == 0 ? nil : .hosts)
        default: return .moderate(message: random.next(40), isPinned: true, isTakenAway: nil)
        }
    }

    /// Some commands are decided on a state that others have left behind, as several servers do it.
    @Test(arguments: RoomRules.Progression.allCases)
    func whateverHappensTheLogSaysItAll(progression: RoomRules.Progression) throws {
        var random = Lottery(state: 7)
        var done = 0
        for round in 0..<60 {
            var rules = RoomRules(progression: progression)
            rules.form = round % 5 == 4 && progression != .own ? .hotSeat : .everyone
            let limit = round % 2 == 0 ? Settings.TimeLimit(per: .question, seconds: 60) : nil
            var room = try RoomRehearsal(rules, limit: limit, mode: round % 3 == 0 ? .realistic : .coached)
            for name in ["Ann", "Bob", "Cy"] { try room.join(name) }
            try room.join("Screen", as: .spectator)
            var stale = room.interview
            for step in 0..<900 {
                if room.interview.isOver, random.next(60) == 0 { break }
                room.now.milliseconds += Int64(random.next(4000))
                if random.next(8) == 0 { stale = room.interview }
                let base = random.next(3) == 0 ? stale : room.interview
                let seat = Self.seats[random.next(Self.seats.count)]
                var events = base.due(at: room.now)
                if random.next(3) > 0 {
                    let decided = try? base.decide(
                        command(&random), by: seat, ref: ref("r\(step)"), marking: marked)
                    if case .commit(let proposed) = decided { events = proposed } else { events = [] }
                }
                let wasOver = room.interview.isOver
                let before = room.interview
                for applied in room.record(events) where applied.counts {
                    done += 1
                    for notice in applied.notices { check(notice, room.interview, wasOver: wasOver) }
                }
                if events.isEmpty { #expect(room.interview == before) }
                try #require(!room.interview.seats.hosts.isEmpty, "nobody can move the room on")
            }
            var replayed = Interview(id: room.interview.id)
            for event in room.log {
                replayed.apply(event)
                // Twice is once.
                #expect(!replayed.apply(event).counts)
            }
            #expect(replayed == room.interview)
        }
        #expect(done > 1000)
    }

    private func check(_ notice: Notice, _ interview: Interview, wasOver: Bool) {
        switch notice.content {
        case .answered(let answered):
            #expect(notice.audience == .seat(answered.seat))
            #expect(!wasOver)
        case .hinted(let taken, _): #expect(notice.audience == .seat(taken.seat))
        case .revealed(let question, _):
            #expect(notice.audience.lane != nil && interview.showsModelAnswer(of: question))
        case .disputed(let disputed): #expect(notice.audience == .seat(disputed.seat))
        case .ruled(let ruled): #expect(notice.audience == .seatAndHosts(ruled.seat))
        case .asked, .reopened, .shown, .closed, .extended, .paused, .continued, .ended, .seatTaken, .locked:
            #expect(!wasOver)
        case .opened, .probed, .skipped, .seatChanged, .said, .chatChanged, .finished: break
        }
    }
}

/// Numbers that look drawn and are the same every time (SplitMix64).
private struct Lottery {
    var state: UInt64

    /// 0..<`count`
    mutating func next(_ count: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ (mixed >> 31)) % UInt64(count))
    }
}
