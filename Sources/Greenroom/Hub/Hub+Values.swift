public import Interviews
public import QuestionBank
public import Transcripts
public import WebSockets
public import Wire

extension Hub {
    /// What happened, as the loop tells it.
    public enum Input: Sendable {
        /// With the visitor whose the browser is and the digest of its secret, where there is one, which is the visitor
        /// itself where it is not said; and with the address whose account counts, where one does.
        case connected(ConnectionID, visitor: String? = nil, key: String? = nil, address: String? = nil)
        case received(String, on: ConnectionID)
        case receivedBinary(on: ConnectionID)
        case disconnected(ConnectionID)
        /// The log's answers to ``Effect/commit(_:)``, in order.
        case committed([LogWriter.Completed])
        /// The log's answer to ``Effect/load(_:after:)``.
        case loaded(InterviewID, Result<[RecordedEvent], StoreError>)
        /// A wake-up that was asked for with ``Effect/wake(_:after:)``.
        case woken(WakeUp)
        /// Interviews opened from now on use another bank.
        case bankChanged(Bank)
        /// The log's answer to ``Effect/recall(_:_:after:limit:for:)``.
        case recalled(UInt64, Result<[RecordedEvent], StoreError>)
        /// The log's answer to ``Effect/find(_:for:)``.
        case found(UInt64, Result<InterviewID?, StoreError>)
        /// A document was read, as ``Effect/readDocument(_:name:for:_:)`` asked for.
        case documentRead(ReadDocument, for: ConnectionID, Reference)
        /// What a visitor's history says, as ``Effect/consult(_:of:_:at:for:)`` asked for.
        case consulted(UInt64, Result<HistoryAnswer, StoreError>)
        /// The store's answer to ``Effect/findSeat(_:in:for:)``.
        case seatFound(UInt64, Result<Bool, StoreError>)
        /// The store's answer to ``Effect/erase(_:of:at:for:)``: what is gone; `nil` where it was not the visitor's.
        case erased(UInt64, Result<Erasure?, StoreError>)
        /// So far interviews go in the log, as other servers say or the log itself.
        case advanced([InterviewID: Int])
        /// Who is in rooms at another server.
        case whispered(Whisper)
        /// Where several servers write the log: they say once a second who is there, unless nobody could be heard.
        case secondPassed(isDeaf: Bool)
        /// Interviews are gone that were older than the operator keeps them, or that another server has deleted.
        case purged([InterviewID])
        /// What came of ``Effect/run(_:by:at:for:)``.
        case ran(UInt64, Result<Errand.Reply, StoreError>)
        /// The store's answer to ``Effect/forgetReviews(of:for:)``.
        case reviewsForgotten(UInt64, Result<Bool, StoreError>)
        /// Whether what ``Effect/flag(_:for:)`` handed over is kept.
        case flagged(UInt64, Result<Bool, StoreError>)
    }

    /// What to do now, in order.
    public enum Effect: Hashable, Sendable {
        case send(ServerMessage, to: ConnectionID)
        /// Says the same to many, in one text.
        case tell(StampedMessage, to: [ConnectionID])
        case commit(Append)
        case load(InterviewID, after: Int)
        case wake(WakeUp, after: Duration)
        /// Reads what happened after an event, to tell it somebody who missed it.
        case recall(InterviewID, Lanes, after: Int, limit: Int, for: UInt64)
        /// Looks for the room with a code.
        case find(RoomCode, for: UInt64)
        /// Reads a document, elsewhere: it takes a while.
        case readDocument(String, name: String, for: ConnectionID, Reference)
        /// Reads what a visitor was asked about of the questions in a bank, and what follows from it.
        case consult(HistoryQuestion, of: String, Bank, at: Timestamp, for: UInt64)
        /// Looks whether an interview has such a seat.
        case findSeat(SeatHolder, in: InterviewID, for: UInt64)
        case forgetReviews(of: String, for: UInt64)
        /// Deletes what is a visitor's of an interview for good, or everything.
        case erase(InterviewID?, of: String, at: Timestamp, for: UInt64)
        /// Keeps for the bank's author that somebody finds fault with a question.
        case flag(QuestionFlag, for: UInt64)
        /// Does something that changes no interview in memory for the visitor whose this browser is by then.
        case run(Errand, by: String, at: Timestamp, for: UInt64)
        case close(ConnectionID, Farewell)
        case log(Observation)
    }

    /// Why a connection is ended.
    public enum Farewell: Hashable, Sendable {
        /// It goes on asking for more than it may.
        case tooFast
        /// A newer version has gone on with an interview that it is in: another server may be one.
        case newerVersion
    }

    public enum WakeUp: Hashable, Sendable {
        /// The next words of a prompt are due. The number tells one prompt's wake-ups from another's.
        case speak(InterviewID, stream: Int)
        /// Nobody was in the interview for a while.
        case forget(InterviewID)
        /// The time may be up.
        case close(InterviewID)
        /// The same for a seat with a clock of its own.
        case closeSeat(InterviewID, SeatID)
        /// What changed in a room is to be told.
        case tellNews(InterviewID)
        case lookForStuck(InterviewID)
    }

    /// Something worth a line in the server's log. Holds nothing that a person wrote.
    public enum Observation: Hashable, Sendable {
        case opened(InterviewID, questions: Int)
        case resumed(InterviewID, missed: Int)
        case ended(InterviewID, Event.Ended.Reason)
        case refused(RefusalCode)
        /// A request was refused because of this limit.
        case limited(RequestLimits.Kind, RequestLimits.Scope, address: String?)
        case notKept(InterviewID, StoreError)
        case notLoaded(InterviewID, StoreError)
    }
}
