public import Interviews
public import QuestionBank
public import Transcripts
public import WebSockets
public import Wire

extension Hub {
    /// What happened, as the loop tells it.
    public enum Input: Sendable {
        /// With the digest of the visitor's secret, where there is one, and the address whose account counts, where
        /// one does.
        case connected(ConnectionID, visitor: String? = nil, address: String? = nil)
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
        /// The store's answer to ``Effect/erase(_:of:for:)``: what is gone; `nil` where it was not the visitor's.
        case erased(UInt64, Result<[InterviewID]?, StoreError>)
        /// The store's answer to ``Effect/forgetReviews(of:for:)``.
        case reviewsForgotten(UInt64, Result<Bool, StoreError>)
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
        /// Looks whether an interview has a seat whose secret has this digest.
        case findSeat(String, in: InterviewID, for: UInt64)
        case forgetReviews(of: String, for: UInt64)
        /// Deletes an interview of a visitor's for good, or everything.
        case erase(InterviewID?, of: String, for: UInt64)
        /// Ends a connection that goes on asking for more than it may.
        case close(ConnectionID)
        case log(Observation)
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
