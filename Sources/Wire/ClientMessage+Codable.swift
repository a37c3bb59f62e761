public import Interviews

extension ClientMessage {
    package enum Kind: String, Codable, CaseIterable {
        case open, resume, answer, hint, dispute, reveal, skip, unskip, next, pause, `continue`, extend, end,
            paste, progress, forget, join, start, close, show, phrases, lock, change, rule, say, moderate,
            takeOver,
            undo, nudge,
            row, report, status, erase, addQuestion, typeQuestion, moveQuestion, removeQuestion,
            findQuestions,
            flag, tick, share, unshare, link, recovery, claim, unlink, note, unnote
    }

    /// The request's name; `nil` for what nobody answers.
    public var ref: Reference? {
        switch self {
        case .open(let open): open.ref
        case .resume(let resume): resume.ref
        case .answer(let answer): answer.ref
        case .dispute(let dispute): dispute.ref
        case .hint(let about), .reveal(let about), .skip(let about), .unskip(let about), .next(let about):
            about.ref
        case .pause(let about), .continue(let about), .end(let about): about.ref
        case .extend(let extend): extend.ref
        case .paste(let paste): paste.ref
        case .progress(let plain), .forget(let plain): plain.ref
        case .join(let join): join.ref
        case .start(let about), .takeOver(let about), .undo(let about): about.ref
        case .close(let about), .show(let about), .phrases(let about): about.ref
        case .lock(let lock): lock.ref
        case .change(let change): change.ref
        case .rule(let rule): rule.ref
        case .say(let say): say.ref
        case .moderate(let moderate): moderate.ref
        case .nudge(let about): about.ref
        case .row(let wanted): wanted.ref
        case .report(let wanted): wanted.ref
        case .erase(let erase): erase.ref
        case .addQuestion(let wanted): wanted.ref
        case .typeQuestion(let typed): typed.ref
        case .moveQuestion(let moved): moved.ref
        case .removeQuestion(let removed): removed.ref
        case .findQuestions(let wanted): wanted.ref
        case .flag(let flag): flag.ref
        case .tick(let tick): tick.ref
        case .share(let share): share.ref
        case .unshare(let unshare): unshare.ref
        case .link(let link): link.ref
        case .recovery(let recovery): recovery.ref
        case .claim(let claim): claim.ref
        case .unlink(let unlink): unlink.ref
        case .note(let note): note.ref
        case .unnote(let unnote): unnote.ref
        case .status: nil
        }
    }

    package var kind: Kind { payload.kind }

    private var payload: (kind: Kind, fields: any Encodable) {
        switch self {
        case .open(let open): (.open, open)
        case .resume(let resume): (.resume, resume)
        case .answer(let answer): (.answer, answer)
        case .hint(let about): (.hint, about)
        case .dispute(let dispute): (.dispute, dispute)
        case .reveal(let about): (.reveal, about)
        case .skip(let about): (.skip, about)
        case .unskip(let about): (.unskip, about)
        case .next(let about): (.next, about)
        case .pause(let about): (.pause, about)
        case .continue(let about): (.continue, about)
        case .extend(let extend): (.extend, extend)
        case .end(let about): (.end, about)
        case .paste(let paste): (.paste, paste)
        case .progress(let plain): (.progress, plain)
        case .forget(let plain): (.forget, plain)
        case .join(let fields): (.join, fields)
        case .start(let fields): (.start, fields)
        case .close(let fields): (.close, fields)
        case .show(let fields): (.show, fields)
        case .phrases(let fields): (.phrases, fields)
        case .lock(let fields): (.lock, fields)
        case .change(let fields): (.change, fields)
        case .rule(let fields): (.rule, fields)
        case .say(let fields): (.say, fields)
        case .moderate(let fields): (.moderate, fields)
        case .takeOver(let fields): (.takeOver, fields)
        case .undo(let fields): (.undo, fields)
        case .nudge(let fields): (.nudge, fields)
        case .row(let fields): (.row, fields)
        case .report(let fields): (.report, fields)
        case .erase(let fields): (.erase, fields)
        case .flag(let fields): (.flag, fields)
        case .share(let fields): (.share, fields)
        case .unshare(let fields): (.unshare, fields)
        case .link(let fields): (.link, fields)
        case .recovery(let fields): (.recovery, fields)
        case .claim(let fields): (.claim, fields)
        case .unlink(let fields): (.unlink, fields)
        case .note(let fields): (.note, fields)
        case .unnote(let fields): (.unnote, fields)
        case .status(let fields): (.status, fields)
        case .addQuestion(let fields): (.addQuestion, fields)
        case .typeQuestion(let fields): (.typeQuestion, fields)
        case .moveQuestion(let fields): (.moveQuestion, fields)
        case .removeQuestion(let fields): (.removeQuestion, fields)
        case .findQuestions(let fields): (.findQuestions, fields)
        case .tick(let fields): (.tick, fields)
        }
    }
}

extension ClientMessage: Codable {
    private enum CodingKeys: String, CodingKey {
        case type
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let name = try container.decode(String.self, forKey: .type)
        guard let kind = Kind(rawValue: name) else { throw UnreadableMessage(code: .unknownType, field: nil) }
        switch kind {
        case .open: self = .open(try Open(from: decoder))
        case .resume: self = .resume(try Resume(from: decoder))
        case .answer: self = .answer(try Answer(from: decoder))
        case .hint: self = .hint(try AboutQuestion(from: decoder))
        case .dispute: self = .dispute(try Dispute(from: decoder))
        case .reveal: self = .reveal(try AboutQuestion(from: decoder))
        case .skip: self = .skip(try AboutQuestion(from: decoder))
        case .unskip: self = .unskip(try AboutQuestion(from: decoder))
        case .next: self = .next(try AboutQuestion(from: decoder))
        case .pause: self = .pause(try AboutInterview(from: decoder))
        case .continue: self = .continue(try AboutInterview(from: decoder))
        case .extend: self = .extend(try Extend(from: decoder))
        case .end: self = .end(try AboutInterview(from: decoder))
        case .paste: self = .paste(try Paste(from: decoder))
        case .progress: self = .progress(try Plain(from: decoder))
        case .forget: self = .forget(try Plain(from: decoder))
        case .erase: self = .erase(try Erase(from: decoder))
        case .flag: self = .flag(try Flag(from: decoder))
        case .share: self = .share(try Share(from: decoder))
        case .unshare: self = .unshare(try Unshare(from: decoder))
        case .link: self = .link(try Link(from: decoder))
        case .recovery: self = .recovery(try Recovery(from: decoder))
        case .claim: self = .claim(try Claim(from: decoder))
        case .unlink: self = .unlink(try Unlink(from: decoder))
        case .note: self = .note(try Note(from: decoder))
        case .unnote: self = .unnote(try Unnote(from: decoder))
        case .join: self = .join(try Join(from: decoder))
        case .start: self = .start(try AboutInterview(from: decoder))
        case .close: self = .close(try AboutQuestion(from: decoder))
        case .show: self = .show(try AboutQuestion(from: decoder))
        case .phrases: self = .phrases(try AboutQuestion(from: decoder))
        case .lock: self = .lock(try Lock(from: decoder))
        case .change: self = .change(try Change(from: decoder))
        case .rule: self = .rule(try Rule(from: decoder))
        case .say: self = .say(try Say(from: decoder))
        case .moderate: self = .moderate(try Moderate(from: decoder))
        case .takeOver: self = .takeOver(try AboutInterview(from: decoder))
        case .undo: self = .undo(try AboutInterview(from: decoder))
        case .nudge: self = .nudge(try AboutSeat(from: decoder))
        case .row: self = .row(try RowWanted(from: decoder))
        case .report: self = .report(try ReportWanted(from: decoder))
        case .status: self = .status(try Status(from: decoder))
        case .addQuestion: self = .addQuestion(try AddQuestion(from: decoder))
        case .typeQuestion: self = .typeQuestion(try TypeQuestion(from: decoder))
        case .moveQuestion: self = .moveQuestion(try MoveQuestion(from: decoder))
        case .removeQuestion: self = .removeQuestion(try RemoveQuestion(from: decoder))
        case .findQuestions: self = .findQuestions(try FindQuestions(from: decoder))
        case .tick: self = .tick(try Tick(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let (kind, fields) = payload
        try container.encode(kind, forKey: .type)
        try fields.encode(to: encoder)
    }
}
