public import Interviews

/// What a client says: one JSON object a text frame. Described for clients by `greenroom.v1.schema.json`.
public enum ClientMessage: Hashable, Sendable {
    case open(Open)
    case resume(Resume)
    case answer(Answer)
    case hint(AboutQuestion)
    case dispute(Dispute)
    case reveal(AboutQuestion)
    case skip(AboutQuestion)
    case unskip(AboutQuestion)
    case next(AboutQuestion)
    case pause(AboutInterview)
    case `continue`(AboutInterview)
    case extend(Extend)
    case end(AboutInterview)
    case paste(Paste)
    case progress(Plain)
    case forget(Plain)
    case erase(Erase)
    case flag(Flag)
    case share(Share)
    case unshare(Unshare)
    case link(Link)
    case recovery(Recovery)
    case claim(Claim)
    case unlink(Unlink)
    case note(Note)
    case unnote(Unnote)
    case join(Join)
    case start(AboutInterview)
    case close(AboutQuestion)
    case show(AboutQuestion)
    case lock(Lock)
    case change(Change)
    case rule(Rule)
    case say(Say)
    case moderate(Moderate)
    case takeOver(AboutInterview)
    case undo(AboutInterview)
    case nudge(AboutSeat)
    case row(RowWanted)
    /// Somebody wants to read what was said to a question that was shown.
    case phrases(AboutQuestion)
    case report(ReportWanted)
    case status(Status)
    case addQuestion(AddQuestion)
    case typeQuestion(TypeQuestion)
    case moveQuestion(MoveQuestion)
    case removeQuestion(RemoveQuestion)
    case findQuestions(FindQuestions)
    case tick(Tick)

    /// Takes a seat again after a reload or a lost connection.
    public struct Resume: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        /// The secret of the seat; absent where it is the visitor's own.
        public var token: String?
        /// The last `seq` the client has seen; 0 for everything.
        @Bounded<ChangeNumber> public var seq: Int

        public init(ref: Reference, interview: InterviewID, token: String? = nil, seq: Int) {
            self.ref = ref
            self.interview = interview
            self.token = token
            self.seq = seq
        }
    }

    public struct Answer: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        @Bounded<QuestionIndex> public var question: Int
        public var text: String
        /// It replies to the follow-up question.
        public var probe: Bool?

        public init(ref: Reference, interview: InterviewID, question: Int, text: String, probe: Bool? = nil) {
            self.ref = ref
            self.interview = interview
            self.question = question
            self.text = text
            self.probe = probe
        }
    }

    /// "I did say that", or no longer.
    public struct Dispute: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        @Bounded<QuestionIndex> public var question: Int
        @Bounded<AttemptNumber> public var attempt: Int
        /// ``KeyPoint/id``
        public var point: String
        public var ranges: [TextRange]?
        public var withdrawn: Bool?

        public init(
            ref: Reference, interview: InterviewID, question: Int, attempt: Int, point: String,
            ranges: [TextRange]? = nil, withdrawn: Bool? = nil
        ) {
            self.ref = ref
            self.interview = interview
            self.question = question
            self.attempt = attempt
            self.point = point
            self.ranges = ranges
            self.withdrawn = withdrawn
        }
    }

    /// A request that concerns one question.
    public struct AboutQuestion: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        @Bounded<QuestionIndex> public var question: Int

        public init(ref: Reference, interview: InterviewID, question: Int) {
            self.ref = ref
            self.interview = interview
            self.question = question
        }
    }

    /// A request that concerns an interview as a whole.
    public struct AboutInterview: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID

        public init(ref: Reference, interview: InterviewID) {
            self.ref = ref
            self.interview = interview
        }
    }

    /// Takes more time.
    public struct Extend: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        @Bounded<ExtraSeconds> public var seconds: Int
        /// Whom a host gives it to; everybody where it is absent.
        public var seat: SeatID?

        public init(ref: Reference, interview: InterviewID, seconds: Int, seat: SeatID? = nil) {
            self.ref = ref
            self.interview = interview
            self.seconds = seconds
            self.seat = seat
        }
    }

    /// A piece of a document to practise on.
    public struct Paste: Hashable, Sendable, Codable {
        public var ref: Reference
        /// What the document is called; its ending helps to recognise its form.
        public var name: String
        /// From 0.
        @Bounded<PieceNumber> public var part: Int
        @Bounded<PieceNumber> public var parts: Int
        public var text: String

        public init(ref: Reference, name: String, part: Int, parts: Int, text: String) {
            self.ref = ref
            self.name = name
            self.part = part
            self.parts = parts
            self.text = text
        }
    }

    /// A request that is about nothing but the visitor.
    public struct Plain: Hashable, Sendable, Codable {
        public var ref: Reference

        public init(ref: Reference) {
            self.ref = ref
        }
    }

    /// Has transcripts deleted for good.
    public struct Erase: Hashable, Sendable, Codable {
        public var ref: Reference
        /// Absent: everything that is the visitor's.
        public var interview: InterviewID?

        public init(ref: Reference, interview: InterviewID? = nil) {
            self.ref = ref
            self.interview = interview
        }
    }
}
