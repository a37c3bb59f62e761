import Interviews
import Testing
import Transcripts

/// What every store promises.
struct EventStoreTests {
    @Test(arguments: StoreUnderTest.allCases)
    func whatIsRecordedIsReadBackAsItWas(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let texts = [
            "ARC counts.", "🇨🇭 \u{1F468}\u{200D}\u{1F469} e\u{301}", "שלום \"a/b\"\\\n\u{0}\u{2028}", " ",
        ]
        let append = Append(
            interview: .fresh, place: .opening, events: [.sampleOpening] + texts.map { .answer($0) },
            at: Append.sampleTime)

        #expect(try store.commit([append]) == [append.expected])
        #expect(try store.events(of: append.interview) == append.kept)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func numbersContinueFromAppendToAppend(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let interview = InterviewID.fresh
        let appends = [
            Append(interview, after: 0, .sampleOpening),
            Append(interview, after: 1, .answer("one"), .answer("two")),
            Append(interview, after: 3, .answer("three")),
        ]
        for (append, latest) in zip(appends, [0, 1, 3]) {
            #expect(try store.commit([append]) == [append.expected(after: latest)])
        }
        #expect(try store.events(of: interview).map(\.seq) == [1, 2, 3, 4])
        #expect(try store.latest(of: interview) == 4)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func whatIsDecidedAtTheSameTimeIsNumberedAsItComes(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let interview = InterviewID.fresh
        let appends = [
            Append(interview, after: 0, .sampleOpening), Append(interview, after: 1, .answer("one")),
            Append(interview, after: 1, .answer("two")),
        ]
        #expect(
            try store.commit(appends)
                == [appends[0].expected, appends[1].expected(after: 1), appends[2].expected(after: 2)])
    }

    @Test(arguments: StoreUnderTest.allCases)
    func aNameThatIsTakenOpensNothing(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let opening = Append(.fresh, after: 0, .sampleOpening, .answer("one"))
        _ = try store.commit([opening])
        #expect(try store.commit([Append(opening.interview, after: 0, .sampleOpening)]) == [.taken])
        #expect(try store.events(of: opening.interview) == opening.kept)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func whatWasNeverOpenedHasNoNext(kind: StoreUnderTest) throws {
        let store = try kind.open()
        #expect(try store.commit([Append(.fresh, after: 1, .answer("x"))]) == [.gone])
        #expect(try store.interviewCount() == 0)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func aRoomIsFoundByItsCodeAndGoesWithIt(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let code = try #require(RoomCode("kq7m-2xrd"))
        #expect(try store.interview(with: code) == nil)
        guard case .opened(var opened) = Event.sampleOpening else { return }
        (opened.room, opened.code) = (RoomRules(progression: .host), code)
        let opening = Append(.fresh, after: 0, .opened(opened))
        #expect(try store.commit([opening]) == [opening.expected])
        #expect(try store.events(of: opening.interview) == opening.kept)
        #expect(try store.interview(with: code) == opening.interview)
        try store.erase(opening.interview)
        #expect(try store.interview(with: code) == nil)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func whatHasNoPlaceHarmsNobodyElse(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let (ann, ben) = (InterviewID.fresh, InterviewID.fresh)
        let appends = [
            Append(ann, after: 0, .sampleOpening),
            Append(ben, after: 7, .answer("lost")),
            Append(ann, after: 0, .answer("twice")),
            Append(ann, after: 1, .answer("one")),
            Append(ben, after: 0, .sampleOpening),
        ]
        #expect(
            try store.commit(appends) == [
                appends[0].expected, .gone, .taken, appends[3].expected(after: 1),
                appends[4].expected,
            ])
        #expect(try store.latest(of: ann) == 2)
        #expect(try store.latest(of: ben) == 1)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func aCommitThatFailsKeepsNothingOfIt(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let (ann, ben) = (InterviewID.fresh, InterviewID.fresh)
        let appends = [Append(ann, after: 0, .sampleOpening), Append(ben, after: 0, .unkeepable)]

        #expect(throws: StoreError.failed(code: "event not encodable")) { try store.commit(appends) }
        #expect(try store.interviewCount() == 0)
        #expect(try store.commit([appends[0]]) == [appends[0].expected])
    }

    @Test(arguments: StoreUnderTest.allCases)
    func readingBeginsAfterASeqAndEndsAtALimit(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let interview = InterviewID.fresh
        let events = (1...5).map { Event.answer("\($0)") }
        let append = Append(interview: interview, place: .opening, events: events, at: Append.sampleTime)
        _ = try store.commit([append, Append(.fresh, after: 0, .sampleOpening)])

        #expect(try store.events(of: interview, after: 3).map(\.seq) == [4, 5])
        #expect(try store.events(of: interview, after: 1, limit: 2).map(\.event) == Array(events[1...2]))
        #expect(try store.events(of: interview, after: 5) == [])
        #expect(try store.events(of: interview, after: 99) == [])
        #expect(try store.events(of: interview, after: 0, limit: 0) == [])
    }

    @Test(arguments: StoreUnderTest.allCases)
    func anUnknownInterviewHasNoEvents(kind: StoreUnderTest) throws {
        let store = try kind.open()
        #expect(try store.events(of: .fresh) == [])
        #expect(try store.latest(of: .fresh) == 0)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func interviewsAreCounted(kind: StoreUnderTest) throws {
        let store = try kind.open()
        for count in 0..<3 {
            #expect(try store.interviewCount() == count)
            _ = try store.commit([Append(.fresh, after: 0, .sampleOpening, .answer("one"))])
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func committingNothingIsNoFault(kind: StoreUnderTest) throws {
        let store = try kind.open()
        #expect(try store.commit([]) == [])
    }
}
