/// What the server says: one JSON object a text frame. Described for clients by `greenroom.v1.schema.json`.
public enum ServerMessage: Hashable, Sendable {
    case welcome(Welcome)
    case opened(Opened)
    case asking(Asking)
    case delta(Delta)
    case asked(Asked)
    case answered(Answered)
    case probed(Probed)
    case hinted(Hinted)
    case disputed(Disputed)
    case revealed(Revealed)
    case skipped(Skipped)
    case reopened(Reopened)
    case paused(ClockChanged)
    case continued(ClockChanged)
    case extended(Extended)
    case closed(Closed)
    case ended(Ended)
    case resumed(Resumed)
    case received(Received)
    case pasted(Pasted)
    case progressed(Progress)
    case forgotten(Forgotten)
    case erased(Erased)
    case refused(Refused)
    case joined(Resumed)
    case seats(Seats)
    case here(Here)
    case gone(Gone)
    case locked(Locked)
    case shown(Shown)
    case phrases(Phrases)
    case marked(Marked)
    case board(Board)
    case cells(Cells)
    case totals(Totals)
    case row(Row)
    case report(SeatReport)
    case ruled(RuledOn)
    case said(Said)
    case moderated(Moderated)
    case finished(Finished)
    case nudged(Nudged)
    case roomReport(RoomReport)
}

extension ServerMessage {
    package enum Kind: String, Codable, CaseIterable {
        case welcome, opened, asking, delta, asked, answered, probed, hinted, disputed, revealed, skipped,
            reopened, paused, continued, extended, closed, ended, resumed, received, pasted, progressed,
            forgotten, refused, joined, seats, here, gone, locked, shown, phrases, marked, board, cells,
            totals, row, report, ruled, said, moderated, finished, nudged, roomReport, erased
    }

    package var payload: (kind: Kind, fields: any Encodable) {
        switch self {
        case .welcome(let welcome): (.welcome, welcome)
        case .opened(let opened): (.opened, opened)
        case .asking(let asking): (.asking, asking)
        case .delta(let delta): (.delta, delta)
        case .asked(let asked): (.asked, asked)
        case .answered(let answered): (.answered, answered)
        case .probed(let probed): (.probed, probed)
        case .hinted(let hinted): (.hinted, hinted)
        case .disputed(let disputed): (.disputed, disputed)
        case .revealed(let revealed): (.revealed, revealed)
        case .skipped(let skipped): (.skipped, skipped)
        case .reopened(let reopened): (.reopened, reopened)
        case .paused(let changed): (.paused, changed)
        case .continued(let changed): (.continued, changed)
        case .extended(let extended): (.extended, extended)
        case .closed(let closed): (.closed, closed)
        case .ended(let ended): (.ended, ended)
        case .resumed(let resumed): (.resumed, resumed)
        case .received(let received): (.received, received)
        case .pasted(let pasted): (.pasted, pasted)
        case .progressed(let progress): (.progressed, progress)
        case .forgotten(let forgotten): (.forgotten, forgotten)
        case .erased(let erased): (.erased, erased)
        case .refused(let refused): (.refused, refused)
        case .joined(let fields): (.joined, fields)
        case .seats(let fields): (.seats, fields)
        case .here(let fields): (.here, fields)
        case .gone(let fields): (.gone, fields)
        case .locked(let fields): (.locked, fields)
        case .shown(let fields): (.shown, fields)
        case .phrases(let fields): (.phrases, fields)
        case .marked(let fields): (.marked, fields)
        case .board(let fields): (.board, fields)
        case .cells(let fields): (.cells, fields)
        case .totals(let fields): (.totals, fields)
        case .row(let fields): (.row, fields)
        case .report(let fields): (.report, fields)
        case .ruled(let fields): (.ruled, fields)
        case .said(let fields): (.said, fields)
        case .moderated(let fields): (.moderated, fields)
        case .finished(let fields): (.finished, fields)
        case .nudged(let fields): (.nudged, fields)
        case .roomReport(let fields): (.roomReport, fields)
        }
    }
}

extension ServerMessage: Codable {
    private enum CodingKeys: String, CodingKey {
        case type
    }

    public init(from decoder: any Decoder) throws {
        switch try decoder.container(keyedBy: CodingKeys.self).decode(Kind.self, forKey: .type) {
        case .welcome: self = .welcome(try Welcome(from: decoder))
        case .opened: self = .opened(try Opened(from: decoder))
        case .asking: self = .asking(try Asking(from: decoder))
        case .delta: self = .delta(try Delta(from: decoder))
        case .asked: self = .asked(try Asked(from: decoder))
        case .answered: self = .answered(try Answered(from: decoder))
        case .probed: self = .probed(try Probed(from: decoder))
        case .hinted: self = .hinted(try Hinted(from: decoder))
        case .disputed: self = .disputed(try Disputed(from: decoder))
        case .revealed: self = .revealed(try Revealed(from: decoder))
        case .skipped: self = .skipped(try Skipped(from: decoder))
        case .reopened: self = .reopened(try Reopened(from: decoder))
        case .paused: self = .paused(try ClockChanged(from: decoder))
        case .continued: self = .continued(try ClockChanged(from: decoder))
        case .extended: self = .extended(try Extended(from: decoder))
        case .closed: self = .closed(try Closed(from: decoder))
        case .ended: self = .ended(try Ended(from: decoder))
        case .resumed: self = .resumed(try Resumed(from: decoder))
        case .received: self = .received(try Received(from: decoder))
        case .pasted: self = .pasted(try Pasted(from: decoder))
        case .progressed: self = .progressed(try Progress(from: decoder))
        case .forgotten: self = .forgotten(try Forgotten(from: decoder))
        case .erased: self = .erased(try Erased(from: decoder))
        case .refused: self = .refused(try Refused(from: decoder))
        case .joined: self = .joined(try Resumed(from: decoder))
        case .seats: self = .seats(try Seats(from: decoder))
        case .here: self = .here(try Here(from: decoder))
        case .gone: self = .gone(try Gone(from: decoder))
        case .locked: self = .locked(try Locked(from: decoder))
        case .shown: self = .shown(try Shown(from: decoder))
        case .phrases: self = .phrases(try Phrases(from: decoder))
        case .marked: self = .marked(try Marked(from: decoder))
        case .board: self = .board(try Board(from: decoder))
        case .cells: self = .cells(try Cells(from: decoder))
        case .totals: self = .totals(try Totals(from: decoder))
        case .row: self = .row(try Row(from: decoder))
        case .report: self = .report(try SeatReport(from: decoder))
        case .ruled: self = .ruled(try RuledOn(from: decoder))
        case .said: self = .said(try Said(from: decoder))
        case .moderated: self = .moderated(try Moderated(from: decoder))
        case .finished: self = .finished(try Finished(from: decoder))
        case .nudged: self = .nudged(try Nudged(from: decoder))
        case .roomReport: self = .roomReport(try RoomReport(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let (kind, fields) = payload
        try container.encode(kind, forKey: .type)
        try fields.encode(to: encoder)
    }
}
