import Interviews
import Marking
import QuestionBank

/// Leaves out of an interview's events what a transcript does not show.
struct ExcerptFilter {
    private let transcript: Transcript
    private let reader: Transcript.Reader
    private let messages: Set<Int>

    init(_ transcript: Transcript, _ reader: Transcript.Reader) {
        (self.transcript, self.reader) = (transcript, reader)
        messages = Set(transcript.chat.map(\.seq))
    }

    func events(of all: [RecordedEvent]) -> [RecordedEvent] {
        var interview = Interview(id: transcript.interview)
        let counted = all.filter { interview.apply($0).counts }
        let people = people(in: counted, interview)
        var kept: [RecordedEvent] = []
        var numbers: [Int: Int] = [:]
        for recorded in counted where recorded.event.lane == nil || recorded.event.lane == transcript.seat {
            guard let event = event(recorded, people, interview, numbers) else { continue }
            numbers[recorded.seq] = kept.count + 1
            kept.append(
                RecordedEvent(
                    interview: transcript.interview, seq: kept.count + 1, at: recorded.at, event: event))
        }
        return kept
    }

    /// Those without whom the events would not fold, and who are named.
    private func people(in events: [RecordedEvent], _ interview: Interview) -> Set<SeatID> {
        var people: Set<SeatID> = [transcript.seat]
        for recorded in events {
            switch recorded.event {
            case .seatTaken(let taken) where taken.seat.role == .host: people.insert(taken.seat.id)
            case .seatChanged(let changed): people.formUnion([changed.by, changed.seat])
            case .said(let said) where messages.contains(recorded.seq): people.insert(said.seat)
            default: break
            }
        }
        return people
    }

    private func event(
        _ recorded: RecordedEvent, _ people: Set<SeatID>, _ interview: Interview, _ numbers: [Int: Int]
    ) -> Event? {
        switch recorded.event {
        case .opened(let opened):
            return .opened(self.opened(opened))
        case .seatTaken(let taken):
            guard people.contains(taken.seat.id) else { return nil }
            let isNamed = taken.seat.id == transcript.seat || taken.seat.role == .host || reader != .guest
            // No secret has this for its digest: nobody holds the seat.
            let seat = Seat(
                id: taken.seat.id, role: taken.seat.role, tokenDigest: taken.seat.id.text,
                name: isNamed ? interview.seats[taken.seat.id]?.name : nil)
            return .seatTaken(.init(seat: seat, ref: taken.ref))
        case .seatChanged(var changed):
            // The seat has had its latest name from the beginning.
            changed.name = nil
            let says = changed.role != nil || changed.standing != nil || changed.isMuted != nil
            return says ? .seatChanged(changed) : nil
        case .answered(var answered):
            if !showsMarks(of: answered.question) {
                answered.mark = Mark(
                    points: [], coverage: 0, remarks: [], matcher: answered.mark.matcher)
            }
            return .answered(answered)
        case .planChanged:
            // The opening has what was asked of it in the end.
            return nil
        case .ticked:
            // It says how somebody else was heard, who may not be in it.
            return nil
        case .seatErased:
            // That is somebody else's, or there would be nothing to carry away.
            return nil
        case .said:
            return messages.contains(recorded.seq) ? recorded.event : nil
        case .chatChanged(var changed):
            guard let message = numbers[changed.message], changed.isPinned != nil else { return nil }
            (changed.message, changed.isTakenAway) = (message, nil)
            return .chatChanged(changed)
        default:
            return recorded.event
        }
    }

    /// The questions that were asked, as far as they may be read.
    private func opened(_ opened: Event.Opened) -> Event.Opened {
        var opened = opened
        opened.questions = transcript.questions.map { asked in
            var question = asked.question
            if !asked.showsMarks {
                (question.keyPoints, question.groups, question.samples) = ([], [], [])
                (question.terms, question.references, question.followUps) = ([], [], [])
            }
            if asked.modelAnswer == nil { question.modelAnswer = nil }
            return question
        }
        (opened.alternatives, opened.visitor, opened.code) = (nil, nil, nil)
        opened.topics = transcript.topics
        opened.room?.passwordDigest = nil
        return opened
    }

    private func showsMarks(of question: Int) -> Bool {
        transcript.questions.first { $0.index == question }?.showsMarks ?? false
    }
}
