/// The forms in which transcripts are carried away.
public enum TranscriptFormat: String, Sendable, Hashable, CaseIterable {
    case markdown, json, csv, anki

    /// Whether several transcripts make one file, behind one ``head``.
    public var isTable: Bool { self == .csv || self == .anki }

    /// How a file's name ends.
    public var ending: String {
        switch self {
        case .markdown: "md"
        case .json: "json"
        case .csv: "csv"
        case .anki: "txt"
        }
    }

    public var mediaType: String {
        switch self {
        case .markdown: "text/markdown; charset=utf-8"
        case .json: "application/json"
        case .csv: "text/csv; charset=utf-8"
        case .anki: "text/plain; charset=utf-8"
        }
    }

    public var head: String {
        switch self {
        case .markdown, .json: ""
        case .csv: TranscriptCSV.head
        case .anki: TranscriptCards.head
        }
    }

    public func text(_ excerpt: Excerpt) -> String {
        switch self {
        case .markdown: MarkdownTranscript.text(excerpt)
        default: text(excerpt.transcript)
        }
    }

    /// Of Markdown nothing: it holds the events.
    func text(_ transcript: Transcript) -> String {
        switch self {
        case .markdown: ""
        case .json: TranscriptJSON.text(transcript)
        case .csv: TranscriptCSV.rows(transcript)
        case .anki: TranscriptCards.rows(transcript)
        }
    }
}
