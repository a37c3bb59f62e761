public import Interviews

/// Where a range of an answer begins or ends, in UTF-16 code units.
public enum AnswerPlace: Bounds { public static let range = 0...Interview.maximumAnswerLength }

/// Which transcript notes are about: the visitor's own, or the one that a link leads to. The other is absent.
public struct NotedTranscript: Hashable, Sendable {
    public var interview: InterviewID?
    public var link: SeatSecret?
}

extension ClientMessage {
    /// Writes a note about a part of an answer, or a reply to one.
    public struct Note: Hashable, Sendable, Codable {
        public var ref: Reference
        /// Drawn by the client: sent again, it is the same note.
        public var note: NoteID
        /// One's own transcript; absent where there is a link.
        public var interview: InterviewID?
        /// The secret of a link by which notes may be written.
        public var link: SeatSecret?
        /// The part of an answer; absent in a reply.
        public var place: Place?
        /// The note that begins the thread to which this is a reply.
        public var thread: NoteID?
        /// What the writer wants to be called; of one's own transcript it is not asked.
        public var name: String?
        public var text: String

        public struct Place: Hashable, Sendable, Codable {
            @Bounded<QuestionIndex> public var question: Int
            @Bounded<AttemptNumber> public var attempt: Int
            @Bounded<AnswerPlace> public var start: Int
            @Bounded<AnswerPlace> public var end: Int

            public init(question: Int, attempt: Int, start: Int, end: Int) {
                (self.question, self.attempt, self.start, self.end) = (question, attempt, start, end)
            }
        }

        public init(
            ref: Reference, note: NoteID, interview: InterviewID? = nil, link: SeatSecret? = nil,
            place: Place? = nil, thread: NoteID? = nil, name: String? = nil, text: String
        ) {
            (self.ref, self.note, self.interview, self.link) = (ref, note, interview, link)
            (self.place, self.thread, self.name, self.text) = (place, thread, name, text)
        }

        public var transcript: NotedTranscript { NotedTranscript(interview: interview, link: link) }
    }

    /// Takes a note away: one's own, or of one's own transcript any.
    public struct Unnote: Hashable, Sendable, Codable {
        public var ref: Reference
        public var note: NoteID
        public var interview: InterviewID?
        public var link: SeatSecret?

        public init(
            ref: Reference, note: NoteID, interview: InterviewID? = nil, link: SeatSecret? = nil
        ) {
            (self.ref, self.note, self.interview, self.link) = (ref, note, interview, link)
        }

        public var transcript: NotedTranscript { NotedTranscript(interview: interview, link: link) }
    }
}

extension ServerMessage {
    /// A note is kept.
    public struct Noted: Hashable, Sendable, Codable {
        public var ref: Reference
        public var note: NoteID
        /// As it is shown; absent where it is the owner's.
        public var name: String?

        public init(ref: Reference, note: NoteID, name: String? = nil) {
            (self.ref, self.note, self.name) = (ref, note, name)
        }
    }

    /// A note is gone.
    public struct Unnoted: Hashable, Sendable, Codable {
        public var ref: Reference
        public var note: NoteID

        public init(ref: Reference, note: NoteID) {
            (self.ref, self.note) = (ref, note)
        }
    }
}
