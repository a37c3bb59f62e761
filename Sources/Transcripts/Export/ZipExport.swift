public import Interviews

/// Many transcripts in one zip file, made piece by piece: Markdown and JSON a file for each, one table, one file of
/// cards. What is in memory is one interview.
public struct ZipExport {
    /// Whose transcript, and as whom it is read.
    public struct Wanted: Hashable, Sendable {
        public var seat: SeatID
        public var reader: Transcript.Reader
        /// Where its files stand.
        public var folder: String

        public init(seat: SeatID, reader: Transcript.Reader, folder: String = "transcripts") {
            (self.seat, self.reader, self.folder) = (seat, reader, folder)
        }
    }

    /// What is written next.
    private enum Step {
        case texts(Int)
        case table(TranscriptFormat, Int)
        case ended
    }

    private let formats: [TranscriptFormat]
    private let interviews: [InterviewID]
    private let read: (InterviewID) throws -> [RecordedEvent]
    private let notes: (InterviewID, Wanted) throws -> [Note]
    private let wanted: (Reading) -> [Wanted]
    private var step = Step.texts(0)
    /// Of the interview that is being written.
    private var events: [RecordedEvent] = []
    private var waiting: [Wanted] = []
    private var zip: ZipWriter
    private let out = Out()

    /// Where the writer leaves its bytes until they are taken.
    private final class Out {
        var bytes: [UInt8] = []
    }

    /// - Parameters:
    ///   - at: which day the files are said to be of.
    ///   - read: all events of an interview; none where there is none any more.
    ///   - notes: on one of these transcripts, as far as its reader may see them.
    ///   - wanted: which transcripts of an interview.
    public init(
        _ interviews: [InterviewID], as formats: [TranscriptFormat] = TranscriptFormat.allCases,
        at: Timestamp,
        read: @escaping (InterviewID) throws -> [RecordedEvent],
        notes: @escaping (InterviewID, Wanted) throws -> [Note],
        wanted: @escaping (Reading) -> [Wanted]
    ) {
        (self.interviews, self.formats, self.read, self.wanted) = (interviews, formats, read, wanted)
        self.notes = notes
        let day = at.rfc3339.prefix(10).split(separator: "-").compactMap { Int($0) }
        let out = out
        zip = ZipWriter(
            year: day.first ?? 0, month: day.dropFirst().first ?? 0, day: day.dropFirst(2).first ?? 0
        ) { out.bytes += $0 }
    }

    /// How many interviews have been read, in all passes together: ``count`` of them are to be.
    public private(set) var position = 0

    public var count: Int {
        interviews.count * ((formats.allSatisfy(\.isTable) ? 0 : 1) + formats.count(where: \.isTable))
    }

    /// The next bytes of the file, maybe none; `nil` where it is whole.
    public mutating func next() throws -> [UInt8]? {
        switch step {
        case .texts(let index):
            guard !formats.allSatisfy(\.isTable), index < interviews.count || !waiting.isEmpty else {
                try begin(formats.first(where: \.isTable))
                break
            }
            try writeTexts(of: index)
        case .table(let format, let index):
            guard index < interviews.count else {
                let later = formats.drop { $0 != format }.dropFirst()
                try begin(later.first(where: \.isTable))
                break
            }
            step = .table(format, index + 1)
            position += 1
            guard let reading = Reading(try read(interviews[index])) else { break }
            for one in wanted(reading) {
                guard let transcript = reading.transcript(of: one.seat, for: one.reader),
                    !transcript.questions.isEmpty
                else { continue }
                try zip.append(Array(format.text(transcript).utf8))
            }
        case .ended:
            return nil
        }
        defer { out.bytes = [] }
        return out.bytes
    }

    private mutating func begin(_ table: TranscriptFormat?) throws {
        guard let table else {
            step = .ended
            return try zip.finish()
        }
        step = .table(table, 0)
        try zip.begin(table == .csv ? "key-points.csv" : "missed-points-anki.txt")
        try zip.append(Array(table.head.utf8))
    }

    /// One seat at a time: of a room there may be thousands.
    private mutating func writeTexts(of index: Int) throws {
        if waiting.isEmpty {
            step = .texts(index + 1)
            position += 1
            events = try read(interviews[index])
            waiting = Reading(events).map(wanted) ?? []
            return
        }
        let one = waiting.removeFirst()
        guard let interview = events.first?.interview,
            let excerpt = Excerpt(
                events, of: one.seat, for: one.reader, notes: try notes(interview, one))
        else { return }
        for format in formats where !format.isTable {
            try zip.add(
                one.folder + "/" + ExportName.of(excerpt.transcript, format.ending), format.text(excerpt))
        }
    }
}
