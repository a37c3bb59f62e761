import Wire

extension ServerMessage {
    var joined: Resumed? { if case .joined(let joined) = self { joined } else { nil } }
    var board: Board? { if case .board(let board) = self { board } else { nil } }
    var cells: Cells? { if case .cells(let cells) = self { cells } else { nil } }
    var totals: Totals? { if case .totals(let totals) = self { totals } else { nil } }
    var phrases: Phrases? { if case .phrases(let phrases) = self { phrases } else { nil } }
    var seats: Seats? { if case .seats(let seats) = self { seats } else { nil } }
    var roomReport: RoomReport? { if case .roomReport(let report) = self { report } else { nil } }
    var gone: Gone? { if case .gone(let gone) = self { gone } else { nil } }
    var report: SeatReport? { if case .report(let report) = self { report } else { nil } }
    var ruled: RuledOn? { if case .ruled(let ruled) = self { ruled } else { nil } }
}
