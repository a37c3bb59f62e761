import Interviews
import Marking
import QuestionBank
import Transcripts

/// Addresses of pages and of the client.
enum Address {
    static func transcript(_ interview: InterviewID, _ seat: SeatID? = nil) -> String {
        "transcripts/\(interview)" + (seat.map { "/\(encoded($0.text))" } ?? "")
    }

    static func transcript(_ address: PageAddress) -> String { transcript(address.interview, address.seat) }

    static func shared(_ secret: String) -> String { "shared/\(encoded(secret))" }

    static func comparison(_ one: PageAddress, _ other: PageAddress?) -> String {
        "compare" + query([("of", one.text), ("with", other?.text)])
    }

    static func room(_ interview: InterviewID) -> String { "rooms/\(interview)" }
    static func topic(_ id: String) -> String { "topics/\(encoded(id))" }

    /// The list as a query asks for it, on one of its pages.
    static func transcripts(_ query: TranscriptQuery, typed: String, page: Int) -> String {
        var fields: [(String, String?)] = [
            ("q", typed), ("topic", query.topic), ("bank", query.bank), ("kind", query.kind?.rawValue),
            ("verdict", query.verdict?.rawValue), ("question", query.missed?.question),
            ("point", query.missed?.point), ("from", query.from.map { day($0) }),
            ("until", query.until.map { day(Timestamp(milliseconds: $0.milliseconds - 86_400_000)) }),
        ]
        if query.sort != .newest { fields.append(("sort", query.sort.rawValue)) }
        if page > 1 { fields.append(("page", "\(page)")) }
        return "transcripts" + self.query(fields)
    }

    static func missing(_ name: PointName) -> String {
        "transcripts" + query([("question", name.question), ("point", name.point)])
    }

    /// The set-up of an interview in the client's address, which gives the same questions again.
    static func setup(_ transcript: Transcript) -> String {
        let settings = transcript.settings
        let mode = settings.mode == .coached ? nil : settings.mode.rawValue
        let difficulty = settings.difficulty == .any ? nil : settings.difficulty.rawValue
        let order = settings.order == .mixed ? nil : settings.order.rawValue
        let weights = settings.weights.filter { $0.value > 1 }.sorted { $0.key < $1.key }
        let fields: [(String, String?)] = [
            ("topics", settings.topics.isEmpty ? nil : settings.topics.joined(separator: ",")),
            ("count", settings.count.map(String.init)), ("pace", settings.pace.rawValue), ("mode", mode),
            ("difficulty", difficulty), ("order", order),
            (
                "weights",
                weights.isEmpty ? nil : weights.map { "\($0.key):\($0.value)" }.joined(separator: ",")
            ),
            ("limit", settings.limit.map { "\($0.per.rawValue):\($0.seconds)" }), ("seed", settings.seed),
            ("bank", String(transcript.bank.prefix(12))),
        ]
        return "#" + query(fields).dropFirst()
    }

    static func practise(topic: String) -> String { "#topics=\(encoded(topic))" }

    static func day(_ at: Timestamp) -> String { String(at.rfc3339.prefix(10)) }

    private static func query(_ fields: [(String, String?)]) -> String {
        let given = fields.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : "\(name)=\(encoded($0))" }
        }
        return given.isEmpty ? "" : "?" + given.joined(separator: "&")
    }

    /// RFC 3986 §2.3: all but unreserved characters, and the few that a fragment of the client reads as they are.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: ","), UInt8(ascii: ":"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        return result
    }
}
