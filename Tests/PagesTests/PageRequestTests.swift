import Interviews
import Marking
import Testing
import Transcripts

@testable import Pages

struct PageRequestTests {
    private static let id = "0123456789abcdef"

    @Test(arguments: [
        "/transcripts/", "/transcripts/short", "/transcripts/../etc", "/transcripts/\(id)/",
        "/transcripts/\(id)/c1/x",
        "/rooms", "/rooms/UPPERUPPERUPPERUPPER", "/topics/", "/elsewhere", "/", "",
        "/transcripts/\(id)/muchtoolongseat",
    ])
    func whatIsNoPageIsNone(path: String) {
        #expect(PageRequest(path: path, parameters: [:]) == nil)
    }

    @Test func addressesAreRead() throws {
        let id = try #require(InterviewID(Self.id))
        #expect(
            PageRequest(path: "/transcripts/\(id)", parameters: ["view": "print"])
                == .transcript(id, nil, isForPaper: true))
        #expect(
            PageRequest(path: "/transcripts/\(id)/c2", parameters: [:])
                == .transcript(id, SeatID("c2"), isForPaper: false))
        #expect(PageRequest(path: "/topics/drift", parameters: [:]) == .topic("drift"))
        #expect(PageRequest(path: "/rooms/\(id)", parameters: [:]) == .room(id))
    }

    @Test func filtersAreReadAndWhatMakesNoSenseIsLeftOut() {
        var expected = TranscriptQuery()
        (expected.words, expected.topic, expected.kind) = (["back", "fill"], "drift", .room)
        (expected.verdict, expected.sort, expected.page) = (.missed, .weakest, 3)
        expected.from = Timestamp(milliseconds: 1_795_651_200_000)
        expected.until = Timestamp(milliseconds: 1_795_737_600_000)
        let parameters = [
            "q": " back-fill ", "topic": "drift", "kind": "room", "verdict": "missed", "sort": "weakest",
            "page": "3",
            "from": "2026-11-26", "until": "2026-11-26", "bank": "",
        ]
        #expect(TranscriptQuery(parameters) == expected)
        let nonsense = [
            "q": "\" * ( :", "kind": "x", "verdict": "?", "sort": "", "page": "-3", "from": "2026-13-01",
            "until": "yesterday", "topic": String(repeating: "x", count: 300), "point": "without a question",
        ]
        #expect(TranscriptQuery(nonsense) == TranscriptQuery())
        #expect(TranscriptQuery(["page": "999999999999"]).page == TranscriptQuery.maximumPage)
    }

    @Test(arguments: ["1970-01-01", "2000-02-29", "2024-12-31", "2026-03-01", "9999-12-31"])
    func daysAreReadAsTheyAreWritten(day: String) throws {
        #expect(try #require(Timestamp(day: day)).rfc3339 == "\(day)T00:00:00.000Z")
    }

    @Test(
        arguments: [
            (nil, "de-CH,de;q=0.9,en;q=0.8", "de"), (nil, "fr, en;q=0.5, de;q=0.1", "en"), (nil, nil, "en"),
            ("de", "en", "de"), ("xx", "de", "de"), (nil, ";;,q=,", "en"),
        ] as [(String?, String?, String)])
    func theLanguageIsTheChosenOneOrTheBrowsers(chosen: String?, accepted: String?, code: String) {
        #expect(Languages.texts(chosen: chosen, accepted: accepted).code == code)
    }
}
