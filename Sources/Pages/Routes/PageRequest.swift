public import Interviews
import Marking
public import Transcripts

/// A request for a page, read from its address.
public enum PageRequest: Hashable, Sendable {
    case transcripts(TranscriptQuery, typed: String)
    /// One's own seat where none is named.
    case transcript(InterviewID, SeatID?, isForPaper: Bool)
    case room(InterviewID)
    case topics
    case topic(String)
    case bank(BankQuery)
    /// The id of a question of the bank; with or without all that belongs to a full answer.
    case question(String, isOpen: Bool)
    case example
    case export(InterviewID, SeatID?, TranscriptFormat)
    /// With what today's bank says of the answers.
    case remarking(InterviewID, SeatID?)
    /// Two interviews, or attempts of one.
    case comparison(of: PageAddress, with: PageAddress?)
    /// Everything of a visitor's in one zip file.
    case everything
    case wholeRoom(InterviewID)
    /// By the secret in a link.
    case shared(String, isForPaper: Bool, as: TranscriptFormat?)
    /// The links that a visitor has made.
    case shares
    /// The browsers that are a visitor's, and how another becomes one of them.
    case browsers

    /// - Parameters:
    ///   - path: decoded, starts with `/`.
    ///   - parameters: decoded.
    /// - Returns: `nil` where the address is none of a page's.
    public init?(path: String, parameters: [String: String]) {
        guard path.utf8.count <= 256 else { return nil }
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isForPaper = parameters["view"] == "print"
        switch (parts.first, parts.count) {
        case ("transcripts", 1) where parameters["as"] == "zip":
            self = .everything
        case ("transcripts", 1):
            self = .transcripts(
                TranscriptQuery(parameters), typed: String((parameters["q"] ?? "").prefix(200)))
        case ("transcripts", 2):
            guard let interview = InterviewID(parts[1]) else { return nil }
            self.init(interview, nil, parameters)
        case ("transcripts", 3):
            guard let interview = InterviewID(parts[1]), (1...12).contains(parts[2].utf8.count) else {
                return nil
            }
            self.init(interview, SeatID(parts[2]), parameters)
        case ("rooms", 2):
            guard let interview = InterviewID(parts[1]) else { return nil }
            self = parameters["as"] == "zip" ? .wholeRoom(interview) : .room(interview)
        case ("shared", 2):
            guard parts[1].utf8.count == 43 else { return nil }
            self = .shared(parts[1], isForPaper: isForPaper, as: TranscriptFormat(parameters))
        case ("shares", 1):
            self = .shares
        case ("browsers", 1):
            self = .browsers
        case ("compare", 1):
            guard let one = parameters["of"].flatMap(PageAddress.init) else { return nil }
            self = .comparison(of: one, with: parameters["with"].flatMap(PageAddress.init))
        case ("topics", 1):
            self = .topics
        case ("topics", 2):
            guard !parts[1].isEmpty else { return nil }
            self = .topic(parts[1])
        case ("bank", 1):
            self = .bank(BankQuery(parameters))
        case ("bank", 2) where parts[1] == "example":
            self = .example
        case ("bank", 2...6):
            self = .question(parts.dropFirst().joined(separator: "/"), isOpen: parameters["show"] == "answer")
        default: return nil
        }
    }

    private init(_ interview: InterviewID, _ seat: SeatID?, _ parameters: [String: String]) {
        if let format = TranscriptFormat(parameters) {
            self = .export(interview, seat, format)
        } else if parameters["view"] == "remark" {
            self = .remarking(interview, seat)
        } else {
            self = .transcript(interview, seat, isForPaper: parameters["view"] == "print")
        }
    }

    /// Whether the answer is a zip file, which is sent while it is made.
    public var isZip: Bool {
        switch self {
        case .everything, .wholeRoom: true
        default: false
        }
    }

    /// How many folders deep the address is: links on the page lead from there.
    var depth: Int {
        switch self {
        case .transcripts, .topics, .bank, .everything, .shares, .browsers, .comparison: 0
        case .transcript(_, nil, _), .export(_, nil, _), .remarking(_, nil), .room, .wholeRoom, .topic,
            .example, .shared:
            1
        case .question(let id, _): id.count { $0 == "/" } + 1
        case .transcript(_, _?, _), .export(_, _?, _), .remarking(_, _?): 2
        }
    }
}

/// A transcript as an address names it: an interview, and a seat where it is not one's own.
public struct PageAddress: Hashable, Sendable {
    public var interview: InterviewID
    public var seat: SeatID?

    init(_ interview: InterviewID, _ seat: SeatID?) { (self.interview, self.seat) = (interview, seat) }

    /// `kq7m…` or `kq7m…/c1`.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let interview = parts.first.flatMap({ InterviewID(String($0)) }),
            parts.count == 1 || (1...12).contains(parts[1].utf8.count)
        else { return nil }
        self.init(interview, parts.count == 2 ? SeatID(String(parts[1])) : nil)
    }

    var text: String { interview.text + (seat.map { "/\($0)" } ?? "") }
}

extension TranscriptFormat {
    fileprivate init?(_ parameters: [String: String]) {
        guard let format = parameters["as"].flatMap(TranscriptFormat.init) else { return nil }
        self = format
    }
}

extension TranscriptQuery {
    /// What cannot be read of it is as if it were not there: an address is typed and kept by people.
    init(_ parameters: [String: String]) {
        self.init()
        func value(_ name: String) -> String? {
            parameters[name].flatMap { $0.isEmpty || $0.utf8.count > 200 ? nil : $0 }
        }
        words = PassageWords.words(of: parameters["q"] ?? "")
        verdict = value("verdict").flatMap(Verdict.init)
        if let question = value("question"), let point = value("point") {
            missed = PointName(question: question, point: point)
        }
        topic = value("topic")
        bank = value("bank")
        kind = value("kind").flatMap(Kind.init)
        from = value("from").flatMap { Timestamp(day: $0) }
        until = value("until").flatMap { Timestamp(day: $0) }.map {
            Timestamp(milliseconds: $0.milliseconds + 86_400_000)
        }
        sort = value("sort").flatMap(Sort.init) ?? .newest
        page = value("page").flatMap(Int.init).map { min(Self.maximumPage, max(1, $0)) } ?? 1
    }
}

extension Timestamp {
    /// The beginning of a day in UTC, written `2026-11-26`.
    init?(day text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Int64(parts[0]), let month = Int64(parts[1]), let day = Int64(parts[2]),
            (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
        let shifted = month <= 2 ? year - 1 : year
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let days =
            shifted / 400 * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        self.init(milliseconds: days * 86_400_000)
    }
}
