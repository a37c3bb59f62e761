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

    /// - Parameters:
    ///   - path: decoded, starts with `/`.
    ///   - parameters: decoded.
    /// - Returns: `nil` where the address is none of a page's.
    public init?(path: String, parameters: [String: String]) {
        guard path.utf8.count <= 256 else { return nil }
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isForPaper = parameters["view"] == "print"
        switch (parts.first, parts.count) {
        case ("transcripts", 1):
            self = .transcripts(
                TranscriptQuery(parameters), typed: String((parameters["q"] ?? "").prefix(200)))
        case ("transcripts", 2):
            guard let interview = InterviewID(parts[1]) else { return nil }
            self = .transcript(interview, nil, isForPaper: isForPaper)
        case ("transcripts", 3):
            guard let interview = InterviewID(parts[1]), (1...12).contains(parts[2].utf8.count) else {
                return nil
            }
            self = .transcript(interview, SeatID(parts[2]), isForPaper: isForPaper)
        case ("rooms", 2):
            guard let interview = InterviewID(parts[1]) else { return nil }
            self = .room(interview)
        case ("topics", 1):
            self = .topics
        case ("topics", 2):
            guard !parts[1].isEmpty else { return nil }
            self = .topic(parts[1])
        default: return nil
        }
    }

    /// How many folders deep the address is: links on the page lead from there.
    var depth: Int {
        switch self {
        case .transcripts, .topics: 0
        case .transcript(_, nil, _), .room, .topic: 1
        case .transcript(_, _?, _): 2
        }
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
