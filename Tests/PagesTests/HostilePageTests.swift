import Interviews
import Marking
import QuestionBank
import Testing
import Transcripts

@testable import Pages

/// Whatever people have written, wherever it is kept: on a page it is text.
struct HostilePageTests {
    static let payloads = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\"\u{301} onmouseover=alert(1) x=\"",
        "'\u{200D}><svg onload=alert(1)>", "</title></style></textarea><iframe src=//x>",
        "{{{x}}} <%= 1 %> ${1}",
        "[x](javascript:alert(1)) ![y](//elsewhere/pixel) <b onclick=x>", "```\n</code></pre><script>\n```",
        "\u{0}\u{B}\u{E000}\u{E001}\u{202E}<\u{338}script>", "=cmd|'/c calc'!A1",
        "| a | b |\n|---|---|\n| <i> | \" |",
    ]

    private static func log(_ text: String, isRoom: Bool) throws -> [Event] {
        let point = KeyPoint(id: "p", head: text, gist: text, hint: text, probe: text, group: 0)
        let held = KeyPoint(id: "m", head: text, gist: text, isMisconception: true)
        let question = Question(
            id: "t/q", topic: "t", prompt: text, keyPoints: [point, held], groups: [.init(needed: 1)],
            modelAnswer: text, source: SourceLocation(file: text, line: 1))
        var settings = Settings(topics: [text], count: 1, seed: String(text.prefix(20)), pace: .instant)
        settings.weights = [text: 3]
        let opened = Event.Opened(
            settings: settings, bank: text, topics: [Topic(id: "t", title: text)], questions: [question],
            visitor: isRoom ? "host" : "ann", room: isRoom ? RoomRules(progression: .host) : nil)
        let (host, ann) = (SeatID("h1"), SeatID("c1"))
        func seat(_ id: SeatID, _ role: Seat.Role, _ visitor: String) -> Event {
            let name = SeatName(text) ?? SeatName("N")
            return .seatTaken(
                .init(
                    seat: Seat(
                        id: id, role: role, tokenDigest: id.text, name: name, realName: name, visitor: visitor
                    )))
        }
        let evidence = [Evidence(start: 0, end: 3, rule: text), Evidence(start: 2, end: 9, rule: text)]
        let mark = Mark(
            points: [
                PointMark(keyPoint: "p", verdict: .hit, strength: 1, evidence: evidence),
                PointMark(keyPoint: "m", verdict: .held, strength: 1, evidence: evidence),
            ], coverage: 1, remarks: [.unsure], matcher: text)
        func ref(_ name: String) throws -> Reference { try #require(Reference(name)) }
        let range = [TextRange(start: 1, end: 5)]
        var events: [Event] = [.opened(opened)]
        if isRoom { events.append(seat(host, .host, "host")) }
        events += [
            seat(ann, .candidate, "ann"),
            .questionAsked(.init(question: 0, seat: isRoom ? host : nil, ref: isRoom ? try ref("s") : nil)),
            .answered(.init(seat: ann, ref: try ref("a"), question: 0, attempt: 1, text: text, mark: mark)),
            .probed(.init(seat: ann, question: 0, attempt: 1, point: "p", text: text)),
            .answered(
                .init(
                    seat: ann, ref: try ref("b"), question: 0, attempt: 2, text: text + text, mark: mark,
                    reply: .init(point: "p", start: text.utf16.count))),
            .hintTaken(
                .init(seat: ann, ref: try ref("h"), question: 0, hint: Hint(point: "p", step: 1, text: text))),
            .disputed(
                .init(
                    seat: ann, ref: try ref("d"), question: 0, attempt: 2, point: "m", ranges: range,
                    isWithdrawn: false)),
            .said(.init(seat: ann, ref: try ref("c"), text: text)), .ended(.init(reason: .finished)),
        ]
        return events
    }

    private static func store(_ id: InterviewID, _ text: String, isRoom: Bool) throws -> MemoryStore {
        let store = MemoryStore()
        _ = try store.commit([
            Append(
                interview: id, place: .opening, events: try log(text, isRoom: isRoom),
                at: Timestamp(milliseconds: 1_700_000_000_000))
        ])
        return store
    }

    private static let link = String(repeating: "l", count: 43)

    /// Notes with the text in them on both attempts, and a link by which they are read.
    private static func annotate(_ store: MemoryStore, _ id: InterviewID, _ text: String) throws {
        let (seat, at) = (SeatID("c1"), Timestamp(milliseconds: 1_700_000_000_000))
        let share = Share(
            digest: link, interview: id, seat: seat, visitor: "ann", mayComment: true, made: at, until: nil)
        #expect(store.keep(share) == share)
        for attempt in 1...2 {
            let place = Note.Place(
                question: 0, attempt: attempt, range: TextRange(start: 1, end: text.utf16.count - 1))
            let head = try #require(NoteID("headheadheadhead\(attempt)"))
            for note in [
                Note(id: head, place: place, visitor: "ann", at: at, text: text),
                Note(
                    id: try #require(NoteID("replyreplyreply\(attempt)")), place: place, thread: head,
                    visitor: "ben", name: SeatName(text) ?? SeatName("Ben"), at: at, text: text),
            ] {
                #expect(store.keep(note, of: id, seat: seat) == .kept(note))
            }
        }
    }

    /// A bank that is the text in every place.
    private static func bank(_ text: String) -> Bank {
        Bank(
            topics: [Topic(id: "t", title: text)],
            questions: [
                Question(
                    id: "q", topic: "t", prompt: text + "\n\n" + text, tags: [text],
                    keyPoints: [
                        KeyPoint(id: "p", head: text, gist: text, phrasings: [text], group: 0),
                        KeyPoint(id: "m", head: text, gist: text, isMisconception: true),
                    ],
                    groups: [Rubric.Group(needed: 1)], modelAnswer: text,
                    samples: [SampleAnswer(name: text, text: text, expected: ["p": .hit])],
                    source: SourceLocation(file: "f", line: 1))
            ], glossary: [], hash: "f00d")
    }

    @Test(arguments: payloads, [false, true])
    func everyPageIsWellFormed(text: String, isRoom: Bool) throws {
        let id = try #require(InterviewID("0123456789abcdef"))
        let (store, library) = (try Self.store(id, text, isRoom: isRoom), try SQLiteLibrary())
        try Self.annotate(store, id, text)
        try LibraryKeeper(store: store, library: library).takeIn([id])
        let maker = PageMaker(
            store: store, library: library, shares: store, browsers: store, rooms: RoomShelf(),
            bank: Self.bank(text)
        ) { $0 }
        let pages: [(String, [String: String], String, Int)] = [
            ("/transcripts", [:], "ann", 200),
            ("/transcripts", ["q": text, "topic": text, "bank": text], "ann", 200),
            ("/transcripts", ["question": text, "point": text], "ann", 200),
            ("/transcripts/\(id)", [:], "ann", 200),
            ("/transcripts/\(id)", ["view": "print", "lang": "de"], "ann", 200),
            ("/shared/\(Self.link)", [:], "ben", 200),
            ("/shared/\(Self.link)", ["view": "print"], "ben", 200),
            ("/shared/\(Self.link)", ["lang": "de"], "", 200),
            ("/topics", [:], "ann", 200), ("/topics/t", [:], "ann", 200),
            ("/topics/\(text)", [:], "ann", 404),
            ("/rooms/\(id)", [:], "host", isRoom ? 200 : 404),
            ("/bank", [:], "ann", 200), ("/bank", ["q": text, "topic": "t"], "ann", 200),
            ("/bank", ["topic": "t"], "ann", 200), ("/bank/q", [:], "ann", 200),
            ("/bank/q", ["show": "answer"], "ann", 200), ("/bank/example", ["lang": "de"], "ann", 200),
            ("/bank/\(text)", [:], "ann", 404),
            ("/transcripts/\(id)/c1", [:], "host", isRoom ? 200 : 404), ("/rooms/\(id)", [:], "ann", 404),
        ]
        for (path, parameters, visitor, status) in pages {
            guard let request = PageMaker.request(path: path, parameters: parameters) else {
                #expect(status == 404)
                continue
            }
            let asker = Asker(visitor: visitor, language: text, acceptedLanguages: text)
            let page = maker.page(
                request, parameters: parameters, for: asker,
                at: Timestamp(milliseconds: 1_800_000_000_000))
            #expect(page.status == status, "\(path)")
            #expect(Tags.faults(in: page.body) == [], "\(path)")
        }
    }

    /// 1 MiB in every field of a room, which has all of them, is far more than any takes from outside.
    @Test(arguments: [(false, 1 << 16), (true, 1 << 20)])
    func muchOfItIsReadAndCarriedAway(isRoom: Bool, bytes: Int) throws {
        let sign = "<script>alert(1)</script> "
        let text = String(repeating: sign, count: bytes / sign.utf8.count)
        let id = try #require(InterviewID("0123456789abcdef"))
        let (store, library) = (try Self.store(id, text, isRoom: isRoom), try SQLiteLibrary())
        // A note has a bound of its own.
        try Self.annotate(store, id, sign)
        try LibraryKeeper(store: store, library: library).takeIn([id])
        let maker = PageMaker(
            store: store, library: library, shares: store, browsers: store, rooms: RoomShelf(),
            bank: Self.bank(sign)
        ) { $0 }
        var asked: [(String, [String: String], String)] = [
            ("/transcripts", [:], "ann"), ("/transcripts", ["q": "script"], "ann"),
            ("/transcripts/\(id)", [:], "ann"), ("/transcripts/\(id)", ["view": "print"], "ann"),
            ("/topics/t", [:], "ann"),
        ]
        asked += TranscriptFormat.allCases.map { ("/transcripts/\(id)", ["as": $0.rawValue], "ann") }
        asked += [
            ("/transcripts/\(id)", ["view": "remark"], "ann"), ("/compare", ["of": "\(id)"], "ann"),
            ("/shared/\(Self.link)", [:], "ben"),
        ]
        if isRoom { asked += [("/rooms/\(id)", [:], "host"), ("/transcripts/\(id)/c1", [:], "host")] }
        for (path, parameters, visitor) in asked {
            let request = try #require(PageMaker.request(path: path, parameters: parameters))
            let page = maker.page(
                request, parameters: parameters,
                for: Asker(visitor: visitor, language: nil, acceptedLanguages: nil),
                at: Timestamp(milliseconds: 1_800_000_000_000))
            #expect(page.status == 200, "\(path) \(parameters)")
            if page.file == nil { #expect(!page.body.contains("<script>alert"), "\(path) \(parameters)") }
        }
    }
}

/// Reads a page as a browser does, and finds what no page of ours has.
enum Tags {
    private static let names: Set<String> = [
        "html", "head", "meta", "title", "link", "script", "body", "a", "header", "img", "span", "nav",
        "main", "article",
        "div", "p", "h1", "h2", "h3", "h4", "time", "section", "footer", "ul", "ol", "li", "details",
        "summary", "mark",
        "q", "svg", "path", "rect", "line", "text", "polyline", "circle", "strong", "em", "code", "pre",
        "del", "table",
        "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "form", "label", "input", "select", "option",
        "button",
        "blockquote", "br", "hr",
    ]
    private static let void: Set<String> = ["meta", "link", "img", "input", "br", "hr"]

    static func faults(in page: String) -> [String] {
        var faults: [String] = []
        var open: [String] = []
        var rest = page.dropFirst("<!DOCTYPE html>\n".count)
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...]
            let isEnd = rest.first == "/"
            if isEnd { rest = rest.dropFirst() }
            let name = String(rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
            rest = rest.dropFirst(name.count)
            guard names.contains(name) else {
                faults.append("<\(name)")
                continue
            }
            while let first = rest.first, first != ">" {
                guard first == " " else {
                    faults.append("in <\(name): \(rest.prefix(20))")
                    break
                }
                rest = rest.dropFirst()
                let attribute = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
                rest = rest.dropFirst(attribute.count)
                if attribute.isEmpty || attribute.hasPrefix("on") || attribute == "style" {
                    faults.append("\(attribute)=")
                }
                guard rest.hasPrefix("=\"") else { continue }
                rest = rest.dropFirst(2)
                let value = rest.unicodeScalars.prefix { $0 != "\"" }
                rest = rest[value.endIndex...].dropFirst()
                let text = String(value).lowercased()
                // A scheme would be what stands before the first of these.
                let scheme = text.prefix { !"/?#".contains($0) }
                if ["href", "src", "action"].contains(String(attribute)),
                    scheme.contains(":") || text.hasPrefix("//")
                {
                    faults.append("\(attribute)=\(text)")
                }
            }
            rest = rest.dropFirst()
            if isEnd {
                if open.popLast() != name { faults.append("</\(name)>") }
            } else if !void.contains(name) {
                open.append(name)
            }
        }
        return faults + open
    }
}
