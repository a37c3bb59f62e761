import Interviews
import Pages
import Transcripts
import Wire

extension Errands {
    /// A transcript that somebody may write notes about.
    private struct Noted {
        var transcript: Transcript
        var isOwn: Bool
    }

    func note(
        _ wanted: ClientMessage.Note, of visitor: String, at now: Timestamp
    ) throws(StoreError) -> Errand.Reply {
        let text = wanted.text.asNote
        guard text.utf16.count <= Note.maximumLength else {
            return .refused(.tooLong, "A note has at most \(Note.maximumLength) characters.")
        }
        guard text.unicodeScalars.contains(where: { $0.properties.generalCategory != .format }) else {
            return .refused(.emptyAnswer, "There is nothing in the note yet.")
        }
        guard let noted = try find(wanted.transcript, of: visitor, at: now) else { return Self.nothing }
        var name: SeatName?
        if !noted.isOwn {
            name = wanted.name.flatMap { SeatName($0) }
            guard name != nil else {
                return .refused(
                    .badName, "Say what you are called, in 1 to \(SeatName.maximumLength) characters.")
            }
        }
        let (interview, seat) = (noted.transcript.interview, noted.transcript.seat)
        guard let place = try place(wanted, noted.transcript) else { return Self.nothing }
        let note = Note(
            id: wanted.note, place: place, thread: wanted.thread, visitor: visitor, name: name, at: now,
            text: text)
        switch try shares.keep(note, of: interview, seat: seat) {
        case .kept(let kept):
            return .done(.noted(.init(ref: wanted.ref, note: kept.id, name: kept.name?.text)))
        case .full: return .refused(.busy, "There are \(Note.maximumCount) notes here already.")
        case .noPlace: return Self.nothing
        }
    }

    func unnote(
        _ unnote: ClientMessage.Unnote, of visitor: String, at now: Timestamp
    ) throws(StoreError) -> Errand.Reply {
        guard let noted = try find(unnote.transcript, of: visitor, at: now),
            try shares.takeAway(
                unnote.note, of: noted.transcript.interview, seat: noted.transcript.seat,
                by: noted.isOwn ? nil : visitor)
        else { return Self.nothing }
        return .done(.unnoted(.init(ref: unnote.ref, note: unnote.note)))
    }

    /// What is not there and what is not for them look the same.
    private static var nothing: Errand.Reply {
        .refused(.notFound, "There is nothing here that a note of yours could be about.")
    }

    private func find(
        _ wanted: NotedTranscript, of visitor: String, at now: Timestamp
    ) throws(StoreError) -> Noted? {
        switch (wanted.interview, wanted.link) {
        case (let interview?, nil):
            guard let reading = try rooms.reading(of: interview, in: store),
                case .seat(let seat, isOwn: true, _) = Scope.of(reading.interview, for: .visitor(visitor))
            else { return nil }
            return reading.transcript(of: seat, for: .owner).map { Noted(transcript: $0, isOwn: true) }
        case (nil, let link?):
            guard let share = try shares.share(SeatToken.digest(of: link.text), at: now), share.mayComment,
                let reading = try rooms.reading(of: share.interview, in: store),
                Scope.of(reading.interview, for: .share(share.seat)) != nil
            else { return nil }
            return reading.transcript(of: share.seat, for: .guest)
                .map { Noted(transcript: $0, isOwn: false) }
        default: return nil
        }
    }

    /// A reply stands where its thread does.
    private func place(
        _ wanted: ClientMessage.Note, _ transcript: Transcript
    ) throws(StoreError) -> Note.Place? {
        switch (wanted.place, wanted.thread) {
        case (let place?, nil):
            let asked = transcript.questions.first { $0.index == place.question }
            guard let attempt = asked?.attempts.first(where: { $0.number == place.attempt }),
                place.start < place.end, place.end <= attempt.text.utf16.count
            else { return nil }
            return Note.Place(
                question: place.question, attempt: place.attempt,
                range: TextRange(start: place.start, end: place.end))
        case (nil, let thread?):
            return try shares.notes(of: transcript.interview, seat: transcript.seat)
                .first { $0.id == thread }?.place
        default: return nil
        }
    }
}

extension String {
    /// Plain text: without what cannot be seen but line breaks, or turns the writing around; its ends trimmed.
    fileprivate var asNote: String {
        let kept = replacing("\r\n", with: "\n").unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar == "\n" || scalar == "\t"
            case .format: scalar == "\u{200D}" || scalar == "\u{200C}"
            case .surrogate, .unassigned, .privateUse: false
            default: true
            }
        }
        let text = String(String.UnicodeScalarView(kept))
        let isBlank: (Character) -> Bool = \.isWhitespace
        guard let first = text.firstIndex(where: { !isBlank($0) }),
            let last = text.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(text[first...last])
    }
}
