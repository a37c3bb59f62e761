import Interviews
import Pages
import Transcripts
import WebSockets

/// What the hub wants of the disk is done by other threads, and told to it when the loop has its turn.
extension InterviewLoop {
    /// What somebody waits for who is in an interview.
    func read(_ effect: Hub.Effect) {
        guard let mailbox = loop?.mailbox, let reader = log?.reader else { return }
        switch effect {
        case .load(let interview, let seq):
            reader.read(interview, after: seq) { mailbox.post(.loaded(interview, $0)) }
        case .recall(let interview, let lanes, let seq, let limit, let ticket):
            reader.read(interview, lanes, after: seq, limit: limit) { mailbox.post(.recalled(ticket, $0)) }
        case .find(let code, let ticket):
            reader.perform({ store throws(StoreError) in try store.interview(with: code) }) {
                mailbox.post(.found(ticket, $0))
            }
        case .findSeat(let holder, let interview, let ticket):
            reader.perform({ store throws(StoreError) in try store.hasSeat(holder, in: interview) }) {
                mailbox.post(.seatFound(ticket, $0))
            }
        default: break
        }
    }

    /// What is a visitor's beside the interviews in memory, one after the other.
    func study(_ effect: Hub.Effect) {
        guard let mailbox = loop?.mailbox, let historian = log?.historian, let keeper, let flags, let errands
        else { return }
        let (register, watch) = (register, watch)
        switch effect {
        case .consult(let question, let visitor, let bank, let now, let ticket):
            historian.perform({ store throws(StoreError) in
                let reviews = try store.reviews(of: visitor, latest: HistoryQuestion.mostReviews)
                return question.answer(knowing: reviews, in: bank, at: now)
            }) { mailbox.post(.consulted(ticket, $0)) }
        case .forgetReviews(let visitor, let ticket):
            historian.perform({ _ throws(StoreError) in
                try keeper.forget(visitor)
                register.forget(visitor)
                errands.rooms.letGo(of: visitor)
                watch?.tell(.browsers)
                return true
            }) { mailbox.post(.reviewsForgotten(ticket, $0)) }
        case .erase(let interview, let visitor, let now, let ticket):
            historian.perform({ store throws(StoreError) in
                let erased = try Eraser(store: store, keeper: keeper).erase(
                    interview, of: visitor, at: now)
                if interview == nil { register.forget(visitor) }
                errands.rooms.letGo(of: visitor)
                watch?.tell(erased, ofAll: interview == nil)
                return erased
            }) { mailbox.post(.erased(ticket, $0)) }
        case .flag(let flag, let ticket):
            historian.perform({ _ throws(StoreError) in
                try flags.append(flag)
                return true
            }) { mailbox.post(.flagged(ticket, $0)) }
        case .run(let errand, let key, let now, let ticket):
            historian.perform({ _ throws(StoreError) in
                // Whose the browser is now: an errand before this one may have made it another's.
                let outcome = try errands.run(errand, of: register.visitor(of: key), by: key, at: now)
                if case .handedOver(_, let handover) = outcome {
                    register.take(handover)
                    watch?.tell(.browsers)
                }
                return outcome
            }) { mailbox.post(.ran(ticket, $0)) }
        default: break
        }
    }
}

extension LogWatch {
    /// Tells the others what was deleted.
    fileprivate func tell(_ erasure: Erasure?, ofAll isOfAll: Bool) {
        if let erasure, !erasure.interviews.isEmpty { tell(.gone(erasure.interviews)) }
        let seats = erasure?.seats ?? []
        if !seats.isEmpty {
            tell(.advanced(Dictionary(seats.map { ($0.interview, $0.seq) }) { max($0, $1) }))
        }
        if isOfAll { tell(.browsers) }
    }
}
