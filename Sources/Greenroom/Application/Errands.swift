package import Interviews
package import Pages
package import Transcripts
import Wire

/// Does for visitors what needs the disk. Everything is looked up in the log: who asks says only what.
package struct Errands: Sendable {
    let store: any EventStore
    let shares: any ShareStore & NoteStore
    let browsers: any BrowserStore
    /// Whoever writes notes or shares has the page open that was made of it.
    let rooms: RoomShelf
    let keeper: LibraryKeeper
    /// Has interviews taken into the library again.
    let takeIn: @Sendable ([InterviewID]) -> Void

    package init(
        store: any EventStore, shares: any ShareStore & NoteStore, browsers: any BrowserStore,
        rooms: RoomShelf, keeper: LibraryKeeper,
        takeIn: @escaping @Sendable ([InterviewID]) -> Void = { _ in }
    ) {
        (self.store, self.shares, self.browsers) = (store, shares, browsers)
        (self.rooms, self.keeper, self.takeIn) = (rooms, keeper, takeIn)
    }

    package func run(
        _ errand: Errand, of visitor: String, by key: String, at now: Timestamp
    ) throws(StoreError) -> Errand.Reply {
        let outcome = try outcome(of: errand, visitor, key, now)
        if case .handedOver(_, let handover) = outcome { rooms.letGo(of: handover.from) }
        return outcome
    }

    private func outcome(
        of errand: Errand, _ visitor: String, _ key: String, _ now: Timestamp
    ) throws(StoreError) -> Errand.Reply {
        switch errand {
        case .share(let share): try self.share(share, of: visitor, at: now)
        case .unshare(let unshare):
            try shares.takeBack(unshare.share.text, of: visitor)
                ? .done(.unshared(.init(ref: unshare.ref, share: unshare.share)))
                : .refused(.notFound, "There is no such link of yours.")
        case .link(let link): try self.link(link, to: visitor, at: now)
        case .recovery(let recovery): try recover(recovery, visitor, at: now)
        case .claim(let claim): try self.claim(claim, by: key, of: visitor, at: now)
        case .unlink(let unlink): try self.unlink(unlink, from: visitor)
        case .note(let note): try self.note(note, of: visitor, at: now)
        case .unnote(let unnote): try self.unnote(unnote, of: visitor, at: now)
        }
    }

    /// One's own seat only: of a room each candidate shares the own part, and nobody another's.
    private func share(
        _ share: ClientMessage.Share, of visitor: String, at now: Timestamp
    ) throws(StoreError) -> Errand.Reply {
        guard let reading = try rooms.reading(of: share.interview, in: store),
            case .seat(let seat, isOwn: true, _) = Scope.of(reading.interview, for: .visitor(visitor)),
            let name = ShareName(SeatToken.digest(of: share.secret.text))
        else { return .refused(.notFound, "There is no transcript of yours here that could be shared.") }
        let until = share.days.map { Timestamp(milliseconds: now.milliseconds + Int64($0) * 86_400_000) }
        let wanted = Share(
            digest: name.text, interview: share.interview, seat: seat, visitor: visitor,
            mayComment: share.comment ?? false, made: now, until: until)
        guard let kept = try shares.keep(wanted), kept.interview == share.interview else {
            return .refused(
                .busy, "You have \(Share.maximumCount) links already. Take one back first.")
        }
        return .done(
            .shared(
                .init(
                    ref: share.ref, interview: kept.interview, seat: kept.seat, share: name,
                    comment: kept.mayComment, until: kept.until?.milliseconds)))
    }
}
