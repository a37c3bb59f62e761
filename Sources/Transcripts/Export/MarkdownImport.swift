import FoundationEssentials
import Interviews
import QuestionBank

/// Why a file cannot be imported.
public enum ImportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Larger than ``MarkdownTranscript/maximumSize``.
    case tooLarge
    case noTranscript
    /// Written by a newer version.
    case newer
    /// Counted from 1.
    case unreadable(line: Int, Reason)

    public enum Reason: String, Hashable, Sendable {
        case comment = "the comment cannot be read"
        case answer = "no answer follows the comment"
        case bounds = "something is larger or smaller than it can be"
        case order = "it does not follow from what comes before"
    }

    public var description: String {
        switch self {
        case .tooLarge: "the file is larger than \(MarkdownTranscript.maximumSize >> 20) MiB"
        case .noTranscript: "this is no transcript"
        case .newer: "this was written by a newer version"
        case .unreadable(let line, let reason): "line \(line): \(reason.rawValue)"
        }
    }
}

extension MarkdownTranscript {
    /// In bytes.
    public static let maximumSize = 32 << 20

    /// Reads what ``text(_:isImportable:)`` wrote.
    public static func read(_ text: String) throws(ImportError) -> Excerpt {
        guard text.utf8.count <= maximumSize else { throw .tooLarge }
        var reader = MarkdownReader()
        // An editor may have changed the line ends, or put a mark at the beginning.
        let plain = text.replacing("\r\n", with: "\n")
        let lines = plain.split(separator: "\n", omittingEmptySubsequences: false)[...]
        var index = lines.startIndex
        while index < lines.endIndex {
            let line = lines[index]
            index += 1
            if line.hasPrefix(MarkdownNote.opening) {
                index += try reader.takeNote(line, number: index, lines[index...])
                continue
            }
            guard line.hasPrefix(MarkdownEntry.opening) else { continue }
            let taken = try reader.take(line, number: index, lines[index...])
            index += taken
        }
        return try reader.excerpt()
    }
}

/// Reads comments, and with those of answers the words.
struct MarkdownReader {
    private var interview: InterviewID?
    private var seat: SeatID?
    private var events: [(line: Int, at: Timestamp, event: Event)] = []
    private var questions: [Question] = []
    private var notes: [(line: Int, note: Note)] = []

    /// - Returns: how many of the lines that follow belong to the comment.
    mutating func take(
        _ line: Substring, number: Int, _ rest: ArraySlice<Substring>
    ) throws(ImportError) -> Int {
        guard line.hasSuffix(MarkdownEntry.closing), events.count < ImportBounds.events else {
            throw .unreadable(line: number, .comment)
        }
        let json = line.dropFirst(MarkdownEntry.opening.count).dropLast(MarkdownEntry.closing.count)
        let decoder = JSONDecoder()
        if events.isEmpty, let head = try? decoder.decode(Head.self, from: Data(json.utf8)),
            head.version > MarkdownEntry.currentVersion
        {
            throw .newer
        }
        guard let entry = try? decoder.decode(MarkdownEntry.self, from: Data(json.utf8)) else {
            throw .unreadable(line: number, .comment)
        }
        var event = entry.event
        var taken = 0
        switch event {
        case .opened:
            guard events.isEmpty else { throw .unreadable(line: number, .order) }
            (interview, seat) = (entry.interview, entry.seat)
        case .answered(var answered):
            guard let (text, count) = Self.answer(in: rest) else { throw .unreadable(line: number, .answer) }
            answered.text = text
            event = .answered(answered)
            taken = count
        default: break
        }
        guard ImportBounds.hold(event), ImportBounds.hold(entry.at) else {
            throw .unreadable(line: number, .bounds)
        }
        if let question = entry.question {
            guard ImportBounds.hold(question), questions.count < Settings.maximumCount else {
                throw .unreadable(line: number, .bounds)
            }
            questions.append(question)
        }
        events.append((number, entry.at, event))
        return taken
    }

    /// - Returns: how many of the lines that follow belong to the note.
    mutating func takeNote(
        _ line: Substring, number: Int, _ rest: ArraySlice<Substring>
    ) throws(ImportError) -> Int {
        guard let (note, count) = MarkdownNote.read(line, rest), notes.count < Note.maximumCount else {
            throw .unreadable(line: number, .comment)
        }
        notes.append((number, note))
        return count
    }

    func excerpt() throws(ImportError) -> Excerpt {
        guard let interview, let seat, case .opened(var opened)? = events.first?.event, !questions.isEmpty
        else {
            throw .noTranscript
        }
        opened.questions = questions
        var fold = Interview(id: interview)
        var recorded: [RecordedEvent] = []
        for (index, entry) in events.enumerated() {
            let event = index == 0 ? Event.opened(opened) : entry.event
            let next = RecordedEvent(interview: interview, seq: index + 1, at: entry.at, event: event)
            guard fold.apply(next).counts else { throw .unreadable(line: entry.line, .order) }
            recorded.append(next)
        }
        guard let plain = Excerpt(seat: seat, events: recorded) else { throw .noTranscript }
        guard !notes.isEmpty else { return plain }
        var taken: [Note] = []
        for (line, note) in notes {
            guard ImportBounds.hold(note, after: taken, on: plain.transcript) else {
                throw .unreadable(line: line, .bounds)
            }
            taken.append(note)
        }
        guard let excerpt = Excerpt(seat: seat, events: recorded, notes: taken) else { throw .noTranscript }
        return excerpt
    }

    /// The first block within the next lines, before which stands the attempt's title.
    static func answer(in lines: ArraySlice<Substring>) -> (String, Int)? {
        let near = lines.prefix(6)
        for index in near.indices {
            guard let (text, count) = MarkdownQuote.read(lines[index...]) else { continue }
            return (text, index - lines.startIndex + count)
        }
        return nil
    }

    private struct Head: Decodable {
        var version: Int
    }
}
