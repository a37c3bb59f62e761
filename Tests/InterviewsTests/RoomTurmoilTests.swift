import FoundationEssentials
import Interviews
import QuestionBank
import Testing

/// Random commands of many seats: more than a hundred thousand of them, in rooms of every kind.
struct RoomTurmoilTests {
    private static let seats = ["h1", "h2", "c1", "c2", "c3", "c4", "s1", "x9"].map { SeatID($0) }
    /// Many, or the one that failed before.
    private static let seeds =
        ProcessInfo.processInfo.environment["GREENROOM_ROOM_SEED"].flatMap(UInt64.init).map { [$0] }
        ?? Array(1...40)
    private static let commandsPerSeed = 2600

    private func command(_ random: inout Lottery) -> Command {
        let question = random.next(4) - random.next(2)
        let seat = Self.seats[random.next(Self.seats.count)]
        let dispute = Command.Dispute(
            question: question, attempt: random.next(3), point: ["one", "two", "?"][random.next(3)],
            ranges: [], isWithdrawn: random.next(2) == 0)
        switch random.next(31) {
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
        case 23:
            return .rule(
                .init(seat: seat, isSaid: random.next(2) == 0, dispute, isForAll: random.next(2) == 0))
        case 24: return .say(text: "Hm", to: random.next(2) == 0 ? nil : .hosts)
        case 25: return .plan(plan(&random))
        case 26, 27: return .tick(question: question, point: dispute.point, isSaid: random.next(3) > 0)
        case 28: return .undo
        case 29: return .change(.init(seat: seat, name: SeatName("N"), isMuted: random.next(2) == 0))
        default: return .moderate(message: random.next(40), isPinned: true, isTakenAway: nil)
        }
    }

    private func plan(_ random: inout Lottery) -> Command.Plan {
        let id = ["nets-1", "nets-2", "stats-3", "typed/1"][random.next(4)]
        switch random.next(4) {
        case 0: return .move(id, to: random.next(5) - 1)
        case 1: return .remove(id)
        case 2: return .add(smallBank.questions[random.next(6)], of: nil, to: random.next(4))
        default:
            let typed = Question(
                id: "?", topic: "typed", prompt: "Why?", source: SourceLocation(file: "typed", line: 1))
            return .type(typed, to: nil)
        }
    }

    private func room(_ random: inout Lottery) throws -> RoomRehearsal {
        let progression = RoomRules.Progression.allCases[random.next(3)]
        var rules = RoomRules(progression: progression)
        rules.form = progression != .own && random.next(4) == 0 ? .hotSeat : .everyone
        rules.answers = RoomRules.Answers.allCases[random.next(3)]
        let limit = random.next(2) == 0 ? Settings.TimeLimit(per: .question, seconds: 60) : nil
        var room = try RoomRehearsal(rules, limit: limit, mode: random.next(3) == 0 ? .realistic : .coached)
        for name in ["Ann", "Bob", "Cy"] { try room.join(name) }
        try room.join("Screen", as: .spectator)
        return room
    }

    @Test(arguments: seeds)
    func whateverHappensTheLogSaysItAll(seed: UInt64) throws {
        var random = Lottery(state: seed)
        let again = Comment(rawValue: "GREENROOM_ROOM_SEED=\(seed) swift test --filter RoomTurmoilTests")
        var commands = 0
        var counted = 0
        while commands < Self.commandsPerSeed {
            var room = try room(&random)
            let end = min(commands + 400, Self.commandsPerSeed)
            counted += try talk(in: &room, &commands, until: end, &random, again)
            var replayed = Interview(id: room.interview.id)
            for event in room.log {
                replayed.apply(event)
                let before = replayed
                // Twice is once.
                #expect(!replayed.apply(event).counts, again)
                #expect(replayed == before, again)
            }
            #expect(replayed == room.interview, again)
        }
        #expect(counted > Self.commandsPerSeed / 50, again)
    }

    /// Some commands are decided on a state that others have left behind, as several servers do it.
    ///
    /// - Returns: How many events counted.
    private func talk(
        in room: inout RoomRehearsal, _ commands: inout Int, until end: Int, _ random: inout Lottery,
        _ again: Comment
    ) throws -> Int {
        var counted = 0
        var stale = room.interview
        while commands < end {
            if room.interview.isOver, random.next(60) == 0 { break }
            room.now.milliseconds += Int64(random.next(4000))
            if random.next(8) == 0 { stale = room.interview }
            let base = random.next(3) == 0 ? stale : room.interview
            let seat = Self.seats[random.next(Self.seats.count)]
            var events = random.next(3) == 0 ? base.due(of: seat, at: room.now) : base.due(at: room.now)
            if random.next(5) > 0 {
                commands += 1
                let decided = try? base.decide(
                    command(&random), by: seat, ref: ref("r\(commands)"), marking: marked)
                if case .commit(let proposed) = decided { events = proposed } else { events = [] }
            }
            let wasOver = room.interview.isOver
            let before = room.interview
            for (event, applied) in zip(events, room.record(events)) where applied.counts {
                counted += 1
                #expect(!wasOver || comesAfterTheEnd(event), again)
                #expect((1...Settings.maximumCount).contains(room.interview.questions.count), again)
                for notice in applied.notices { check(notice, room.interview, again) }
            }
            if events.isEmpty { #expect(room.interview == before, again) }
            try #require(!room.interview.seats.hosts.isEmpty, again)
        }
        return counted
    }

    private func comesAfterTheEnd(_ event: Event) -> Bool {
        switch event {
        case .seatChanged, .disputed, .ruled, .modelAnswerRevealed, .said, .chatChanged: true
        default: false
        }
    }

    /// Nobody else is told what is one's own, and no model answer before its time.
    private func check(_ notice: Notice, _ interview: Interview, _ again: Comment) {
        switch notice.content {
        case .answered(let answered): #expect(notice.audience == .seat(answered.seat), again)
        case .probed(let probed):
            #expect(notice.audience == .seat(probed.seat) && interview.settings?.mode == .coached, again)
        case .ticked(let ticked):
            #expect(notice.audience == .seat(ticked.seat), again)
            #expect(interview.hotSeat(of: ticked.question) != ticked.seat, again)
        case .hinted(let taken, _):
            #expect(notice.audience == .seat(taken.seat) && interview.settings?.mode == .coached, again)
        case .revealed(let question, _, _):
            #expect(notice.audience.lane != nil && interview.showsModelAnswer(of: question), again)
        case .disputed(let disputed):
            #expect(notice.audience == .seat(disputed.seat), again)
            #expect(interview.showsMarks(of: disputed.question), again)
        case .ruled(let ruled): #expect(notice.audience.lane == ruled.seat, again)
        case .skipped(let question): #expect(notice.audience.lane != nil && question >= 0, again)
        case .said(let said):
            #expect(said.to == nil || notice.audience == .seatAndHosts(said.seat), again)
        case .asked, .reopened, .shown, .closed, .extended, .paused, .continued, .ended, .seatTaken, .locked,
            .planned, .opened, .seatChanged, .chatChanged, .finished, .nothing:
            break
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
