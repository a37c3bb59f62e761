public import Interviews
import QuestionBank
public import Transcripts

extension PageMaker {
    /// What somebody may read of an interview.
    func read(_ id: InterviewID, _ asker: Asker) throws(StoreError) -> (Reading, Scope)? {
        guard let visitor = asker.visitor else { return nil }
        guard let reading = try rooms.reading(of: id, in: store),
            let scope = Scope.of(reading.interview, for: .visitor(visitor))
        else { return nil }
        return (reading, scope)
    }

    /// One transcript that somebody may read; one's own where no seat is named.
    func transcript(
        _ address: PageAddress, _ asker: Asker
    ) throws(StoreError) -> (transcript: Transcript, reader: Transcript.Reader)? {
        guard let (reading, scope) = try read(address.interview, asker) else { return nil }
        let own: SeatID? = if case .seat(let seat, _, _) = scope { seat } else { nil }
        guard let seat = address.seat ?? own, let reader = scope.reader(of: seat).map(Transcript.Reader.init),
            reading.interview.seats[seat]?.isReported == true,
            var transcript = reading.transcript(of: seat, for: reader)
        else { return nil }
        if reader == .owner { transcript.notes = try notes(on: transcript) }
        return (transcript, reader)
    }

    func notes(on transcript: Transcript) throws(StoreError) -> [Note] {
        try shares.notes(of: transcript.interview, seat: transcript.seat)
    }

    func export(
        _ transcript: Transcript, _ address: PageAddress, _ reader: Transcript.Reader,
        _ format: TranscriptFormat
    ) throws(StoreError) -> Page? {
        let events = try store.events(of: address.interview)
        guard let excerpt = Excerpt(events, of: transcript.seat, for: reader, notes: transcript.notes) else {
            return nil
        }
        let name = ExportName.of(transcript, format.ending)
        return Page(
            status: 200, body: format.head + format.text(excerpt),
            file: Page.File(name: name, mediaType: format.mediaType))
    }

    func comparison(
        _ one: PageAddress, _ other: PageAddress?, _ layout: Layout, _ asker: Asker
    ) throws(StoreError) -> Page? {
        guard let visitor = asker.visitor, let found = try transcript(one, asker) else { return nil }
        var second: Transcript?
        if let other {
            guard let found = try transcript(other, asker) else { return nil }
            second = found.transcript
        }
        let entries = try library.list(TranscriptQuery(), of: visitor).entries
            .filter { $0.role == .candidate && $0.interview != one.interview }
        let page = ComparePage(
            layout: layout, address: one, one: found.transcript, other: second, chosen: other, others: entries
        )
        return Page(status: 200, body: page.html())
    }

    func shared(
        _ secret: String, isForPaper: Bool, as format: TranscriptFormat?, _ layout: Layout, _ asker: Asker,
        _ now: Timestamp
    ) throws(StoreError) -> Page? {
        guard let share = try shares.share(digest(of: secret), at: now),
            let reading = try rooms.reading(of: share.interview, in: store),
            case .seat(let seat, isOwn: false, _) = Scope.of(reading.interview, for: .share(share.seat)),
            var transcript = reading.transcript(of: seat, for: .guest)
        else { return nil }
        if share.mayComment { transcript.notes = try notes(on: transcript) }
        if let format {
            return try export(transcript, PageAddress(share.interview, seat), .guest, format)
        }
        let page = TranscriptPage(
            layout: layout, transcript: transcript, name: transcript.name?.text, isForPaper: isForPaper,
            models: models, audience: .guest(mayComment: share.mayComment), address: Address.shared(secret),
            noteReader: share.mayComment
                ? NoteReader(
                    isOwner: false, mayWrite: true, visitor: asker.visitor, ownerName: transcript.name?.text)
                : nil, link: share.mayComment ? secret : nil)
        return Page(status: 200, body: page.html())
    }

    func sharesPage(
        _ layout: Layout, _ asker: Asker, _ now: Timestamp
    ) throws(StoreError) -> SharesPage {
        guard let visitor = asker.visitor else { return SharesPage(layout: layout, shares: []) }
        var entries: [SharesPage.Entry] = []
        for share in try shares.shares(of: visitor, at: now) {
            do throws(StoreError) {
                guard let reading = try rooms.reading(of: share.interview, in: store),
                    let transcript = reading.transcript(of: share.seat, for: .owner)
                else { continue }
                entries.append(
                    .init(share: share, opened: transcript.opened, topics: transcript.topics.map(\.title)))
            } catch .unreadable {
                // By a newer version; the link can be taken back all the same.
                entries.append(.init(share: share, opened: share.made, topics: [share.interview.text]))
            }
        }
        return SharesPage(layout: layout, shares: entries)
    }

    func browsersPage(_ layout: Layout, _ asker: Asker) throws(StoreError) -> BrowsersPage {
        guard let visitor = asker.visitor, let here = asker.browser else {
            return BrowsersPage(
                layout: layout, here: nil, visitor: nil, others: [], code: nil, transcripts: 0)
        }
        return BrowsersPage(
            layout: layout, here: here, visitor: visitor, others: try browsers.browsers(of: visitor),
            code: try browsers.pass(.code, of: visitor)?.made,
            transcripts: try library.list(TranscriptQuery(), of: visitor).count)
    }

    /// A zip file, and what it is called; `nil` where there is nothing that this visitor may have.
    public func zip(
        _ request: PageRequest, for asker: Asker, at now: Timestamp
    ) throws(StoreError) -> sending (ZipExport, String)? {
        guard let visitor = asker.visitor else { return nil }
        let day = Address.day(now)
        let (store, interviews, name): (any EventStore, [InterviewID], String)
        switch request {
        case .everything:
            (store, interviews, name) = (
                self.store, try self.store.interviews(of: visitor), "greenroom-\(day).zip"
            )
        case .wholeRoom(let room):
            guard let (reading, scope) = try read(room, asker), case .room = scope else { return nil }
            let code = reading.interview.opening?.code?.text ?? "room"
            (store, interviews, name) = (self.store, [room], "greenroom-\(code)-\(day).zip")
        default: return nil
        }
        let zip = ZipExport(interviews, at: now) { interview in
            do throws(StoreError) {
                return try store.events(of: interview)
            } catch .unreadable {
                // By a newer version: whoever asks one of that kind has it too.
                return []
            }
        } notes: { [shares] interview, wanted in
            try wanted.reader == .owner ? shares.notes(of: interview, seat: wanted.seat) : []
        } wanted: { reading in
            switch Scope.of(reading.interview, for: .visitor(visitor)) {
            case .seat(let seat, _, let others): ([seat] + others).map { .init(seat: $0, reader: .owner) }
            case .room:
                reading.interview.seats.filter(\.isReported)
                    .map { .init(seat: $0.id, reader: .host, folder: "rooms/\(reading.interview.id)") }
            case nil: []
            }
        }
        return (zip, name)
    }
}
