import Interviews
import Transcripts
import Wire

extension Refused {
    static func busy(_ request: Request, _ interview: InterviewID?) -> Refused {
        Refused(
            ref: request.ref, interview: interview, code: .busy,
            message: "Too much is waiting here. Try again in a moment.")
    }

    static func tooFast(_ ref: Reference?, retryAfter: Int) -> Refused {
        Refused(
            ref: ref, code: .tooFast,
            message: "That is more than can be asked for at a time. Try again in \(retryAfter) s.",
            retryAfter: retryAfter)
    }

    static func unknownDocument(_ ref: Reference) -> Refused {
        Refused(ref: ref, code: .badValue, message: "The document is not here any more. Send it again.")
    }

    static func otherBank(_ ref: Reference) -> Refused {
        Refused(
            ref: ref, code: .otherBank,
            message: "This set-up was made with other questions than the server has now.")
    }

    static func noneDue(_ ref: Reference) -> Refused {
        Refused(ref: ref, code: .noneDue, message: "Nothing is due today.")
    }

    static func noSuchRoom(_ ref: Reference) -> Refused {
        Refused(ref: ref, code: .noSuchRoom, message: "There is no room with that code.")
    }

    static func badName(_ ref: Reference) -> Refused {
        Refused(
            ref: ref, code: .badName,
            message: "A name has 1 to \(SeatName.maximumLength) characters, some of which can be read.")
    }

    static func tooManyTries(_ ref: Reference, retryAfter: Int) -> Refused {
        Refused(
            ref: ref, code: .tooManyTries, message: "Too many tries. Try again in a minute.",
            retryAfter: retryAfter)
    }

    static func hostingOff(_ ref: Reference) -> Refused {
        Refused(ref: ref, code: .hostingOff, message: "Rooms are not opened on this server.")
    }

    static func wrongKey(_ ref: Reference) -> Refused {
        Refused(ref: ref, code: .wrongKey, message: "Opening a room takes the operator's key.")
    }

    static func hostIsThere(_ ref: Reference, _ interview: InterviewID) -> Refused {
        Refused(
            ref: ref, interview: interview, code: .notAllowed,
            message: "A host is here, or has been a moment ago.")
    }

    static func notSearched(_ ref: Reference, _ error: StoreError) -> Refused {
        Refused(
            ref: ref, code: error == .busy ? .busy : .notRead,
            message: "The server could not look for the room just now. It can be asked again.")
    }

    static func noSuchSeat(_ ref: Reference, _ interview: InterviewID) -> Refused {
        Refused(
            ref: ref, interview: interview, code: .noSuchSeat,
            message: "There is no such interview, or the seat is not yours.")
    }

    static func notRead(_ ref: Reference, _ interview: InterviewID, _ error: StoreError) -> Refused {
        switch error {
        case .unreadable:
            Refused(
                ref: ref, interview: interview, code: .newer,
                message: "This interview was written by a newer version of the server.")
        case .full, .unavailable, .corrupt, .failed, .busy, .stopped, .notWritable, .inUse, .newerSchema,
            .notDurable:
            Refused(
                ref: ref, interview: interview, code: .notRead,
                message: "The server could not read this just now. It can be asked again.")
        }
    }

    static func notKept(_ ref: Reference, _ interview: InterviewID) -> Refused {
        Refused(
            ref: ref, interview: interview, code: .notKept,
            message: "The server could not save this just now. Nothing is lost here; it can be sent again.")
    }
}
