import Interviews
import QuestionBank
import Testing

struct RoomTests {
    private let host = RoomRehearsal.host

    private func room(_ progression: RoomRules.Progression = .host) throws -> RoomRehearsal {
        try RoomRehearsal(RoomRules(progression: progression))
    }

    @Test func aRoomIsAskedTogetherShownAndMovedOn() throws {
        var room = try room()
        let (ann, bob) = (try room.join("Ann"), try room.join("Bob"))
        let (one, two) = (try #require(ann), try #require(bob))
        #expect(room.ask(.answer(question: 0, text: "One"), by: one).refusal == .notAsked(question: 0))
        #expect(room.ask(.start, by: one).refusal == .notAllowed)
        #expect(room.ask(.start, by: host).refusal == nil)
        #expect(room.ask(.answer(question: 0, text: "One"), by: one).refusal == nil)
        #expect(room.ask(.answer(question: 0, text: "One Two"), by: two).refusal == nil)
        // An answer moves nobody on.
        #expect(room.interview.current == 0)
        #expect(room.ask(.reveal(question: 0), by: one).refusal == .notYet)
        #expect(room.ask(.show(question: 0), by: host).refusal == nil)
        #expect(room.interview.isClosed)
        #expect(room.ask(.answer(question: 0, text: "Two"), by: one).refusal == .shown(question: 0))
        #expect(room.ask(.reveal(question: 0), by: one).refusal == nil)
        for question in 0..<3 { #expect(room.ask(.next(question: question), by: host).refusal == nil) }
        #expect(room.interview.phase == .ended(.finished))
        #expect(room.interview.report(for: two).questions.map(\.outcome) == [.answered, .open, .open])
    }

    @Test func aHostTakesBackWhatNobodyHasActedOn() throws {
        var room = try RoomRehearsal(
            RoomRules(progression: .host), limit: Settings.TimeLimit(per: .question, seconds: 60))
        let ann = try #require(try room.join("Ann"))
        room.ask(.start, by: host)
        room.now.milliseconds += 20_000
        room.ask(.close(question: 0), by: host)
        room.now.milliseconds += 5_000
        #expect(room.ask(.undo, by: host).refusal == nil)
        #expect(!room.interview.isClosed)
        #expect(room.interview.clock?.remaining(at: room.now) == 40_000)
        room.ask(.next(question: 0), by: host)
        #expect(room.ask(.undo, by: host).refusal == nil)
        #expect(room.interview.current == 0)
        room.ask(.next(question: 0), by: host)
        room.ask(.answer(question: 1, text: "One"), by: ann)
        #expect(room.ask(.undo, by: host).refusal == .nothingToChange)
        room.ask(.show(question: 1), by: host)
        #expect(room.ask(.undo, by: host).refusal == .nothingToChange)
    }

    @Test func whoMovesOnAloneComesToTheEndAlone() throws {
        var room = try room(.own)
        let ann = try #require(try room.join("Ann"))
        let bob = try #require(try room.join("Bob"))
        room.ask(.start, by: host)
        for question in 0..<3 {
            #expect(room.ask(.next(question: question), by: ann).refusal == .notAnswered(question: question))
            #expect(room.ask(.answer(question: question, text: "One"), by: ann).refusal == nil)
            #expect(room.ask(.next(question: question), by: ann).refusal == nil)
        }
        #expect(room.interview.isFinished(ann))
        #expect(room.interview.current(of: bob) == 0)
        #expect(room.interview.phase == .underWay)
        // Whoever comes late begins with the first.
        let late = try #require(try room.join("Cy"))
        #expect(room.interview.current(of: late) == 0)
    }

    @Test func whoeverComesLateHasTheSameTime() throws {
        var room = try RoomRehearsal(
            RoomRules(progression: .host), limit: Settings.TimeLimit(per: .question, seconds: 60))
        try room.join("Ann")
        room.ask(.start, by: host)
        room.now.milliseconds += 50_000
        let late = try #require(try room.join("Bob"))
        #expect(room.interview.clock?.remaining(at: room.now) == 10_000)
        #expect(room.interview.clock(of: late)?.remaining(at: room.now) == 60_000)
        room.now.milliseconds += 13_000
        #expect(room.record(room.interview.due(at: room.now)).map(\.counts) == [true])
        #expect(!room.interview.isClosed(for: late))
        room.now.milliseconds += 50_000
        #expect(room.record(room.interview.due(of: late, at: room.now)).map(\.counts) == [true])
        #expect(room.interview.isClosed(for: late))
    }

    @Test func aRoomKeepsAHost() throws {
        var room = try room()
        let ann = try #require(try room.join("Ann"))
        #expect(room.ask(.change(.init(seat: host, role: .candidate)), by: host).refusal == .lastHost)
        #expect(room.ask(.change(.init(seat: ann, role: .host)), by: ann).refusal == .notAllowed)
        #expect(room.ask(.change(.init(seat: ann, role: .host)), by: host).refusal == nil)
        #expect(room.ask(.change(.init(seat: host, role: .candidate)), by: host).refusal == nil)
        #expect(room.interview.seats.hosts == [ann])
    }

    @Test func theRemovedMayReturnAndTheBannedMayNot() throws {
        var room = try room()
        let ann = try #require(try room.join("Ann"))
        room.ask(.change(.init(seat: ann, standing: .removed)), by: host)
        #expect(room.ask(.say(text: "Hm", to: nil), by: ann).refusal == .notAllowed)
        #expect(try room.join("Ann") == ann)
        room.ask(.change(.init(seat: ann, standing: .banned)), by: host)
        #expect(throws: Refusal.banned) { try room.join("Ann") }
    }

    @Test func namesThatLookAlikeAreToldApart() throws {
        var room = try room()
        let names = ["Bo", "bo", "Во", " B o ", "Zoë"]
        let seats = try names.map { name in
            let joining = Joining(role: .candidate, name: SeatName(name), tokenDigest: "of \(name)")
            let event = try #require(try room.interview.join(joining, ref: ref("j\(name.utf8.count)")))
            room.record([event])
            return room.interview.seats.held(by: joining.tokenDigest)?.name?.text
        }
        #expect(seats == ["Bo", "bo 2", "Во 3", "B o 4", "Zoë"])
    }

    @Test(arguments: ["", "  ", "\u{200B}\u{202E}", "...", String(repeating: "x", count: 41)])
    func aNameHasSomethingToSeeAndIsShort(text: String) {
        #expect(SeatName(text) == nil)
    }

    @Test func aNameIsOneLineThatTurnsAndCoversNothing() {
        #expect(SeatName("  Ada\n\u{202E}Lovelace\t")?.text == "Ada Lovelace")
        let piled = SeatName("Z" + String(repeating: "\u{0301}", count: 50))
        #expect(piled?.text.unicodeScalars.count == 4)
    }

    @Test(arguments: ["KQ7M 2XRD", "kq7m2xrd", "k-q-7-m-2-x-r-d", "KQ7M—2XRD"])
    func aCodeIsReadAsPeopleWriteIt(text: String) {
        #expect(RoomCode(text)?.text == (text.contains("—") ? nil : "kq7m-2xrd"))
        #expect(RoomCode("O1LI-0000")?.text == "0111-0000")
    }
}
