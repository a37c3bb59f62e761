import Interviews
import Wire

extension ServerMessage {
    /// Its place in the log of the interview, where it is of the log.
    var seq: Int? {
        switch self {
        case .opened(let opened): opened.seq
        case .asked(let asked): asked.seq
        case .answered(let answered): answered.seq
        case .probed(let probed): probed.seq
        case .hinted(let hinted): hinted.seq
        case .disputed(let disputed): disputed.seq
        case .reopened(let reopened): reopened.seq
        case .paused(let changed), .continued(let changed): changed.seq
        case .extended(let extended): extended.seq
        case .closed(let closed): closed.seq
        case .revealed(let revealed): revealed.seq
        case .skipped(let skipped): skipped.seq
        case .ended(let ended): ended.seq
        case .locked(let locked): locked.seq
        case .shown(let shown): shown.seq
        case .ruled(let ruled): ruled.seq
        case .said(let said): said.seq
        case .moderated(let moderated): moderated.seq
        case .finished(let finished): finished.seq
        case .planned(let planned): planned.seq
        case .ticked(let ticked): ticked.seq
        case .welcome, .asking, .delta, .resumed, .received, .pasted, .progressed, .forgotten, .refused,
            .joined, .seats, .here, .gone, .phrases, .marked, .board, .cells, .totals, .row, .report, .nudged,
            .roomReport, .erased, .shared, .unshared, .linked, .recovery, .claimed, .unlinked,
            .noted, .unnoted, .flagged, .plan, .foundQuestions, .checklist, .ticks:
            nil
        }
    }

    /// The request that it answers.
    var ref: Reference? {
        switch self {
        case .opened(let opened): opened.ref
        case .asked(let asked): asked.ref
        case .answered(let answered): answered.ref
        case .hinted(let hinted): hinted.ref
        case .disputed(let disputed): disputed.ref
        case .reopened(let reopened): reopened.ref
        case .paused(let changed), .continued(let changed): changed.ref
        case .extended(let extended): extended.ref
        case .progressed(let progress): progress.ref
        case .forgotten(let forgotten): forgotten.ref
        case .erased(let erased): erased.ref
        case .flagged(let flagged): flagged.ref
        case .shared(let shared): shared.ref
        case .unshared(let unshared): unshared.ref
        case .linked(let linked): linked.ref
        case .recovery(let recovery): recovery.ref
        case .claimed(let claimed): claimed.ref
        case .unlinked(let unlinked): unlinked.ref
        case .noted(let noted): noted.ref
        case .unnoted(let unnoted): unnoted.ref
        case .revealed(let revealed): revealed.ref
        case .skipped(let skipped): skipped.ref
        case .ended(let ended): ended.ref
        case .resumed(let resumed): resumed.ref
        case .received(let received): received.ref
        case .pasted(let pasted): pasted.ref
        case .refused(let refused): refused.ref
        case .joined(let joined): joined.ref
        case .seats(let seats): seats.ref
        case .locked(let locked): locked.ref
        case .shown(let shown): shown.ref
        case .ruled(let ruled): ruled.ref
        case .said(let said): said.ref
        case .moderated(let moderated): moderated.ref
        case .finished(let finished): finished.ref
        case .planned(let planned): planned.ref
        case .foundQuestions(let found): found.ref
        case .ticked(let ticked): ticked.ref
        case .nudged(let nudged): nudged.ref
        case .row(let row): row.ref
        case .phrases(let phrases): phrases.ref
        case .report(let report): report.ref
        case .roomReport(let report): report.ref
        case .welcome, .asking, .delta, .probed, .closed, .here, .gone, .marked, .board, .cells,
            .totals, .plan, .checklist, .ticks:
            nil
        }
    }

    /// What is left of the time, where it is told.
    var clock: ClockView? {
        switch self {
        case .asked(let asked): asked.clock
        case .answered(let answered): answered.clock
        case .reopened(let reopened): reopened.clock
        case .paused(let changed), .continued(let changed): changed.clock
        case .extended(let extended): extended.clock
        case .closed(let closed): closed.clock
        default: nil
        }
    }
}
