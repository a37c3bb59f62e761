import Interviews
import QuestionBank
import Synchronization
import Transcripts

/// Pages of what is a visitor's own.
extension PageMaker {
    func transcript(
        _ reading: Reading, _ scope: Scope, _ named: SeatID?, isForPaper: Bool, _ layout: Layout,
        _ asker: Asker
    ) throws(StoreError) -> Page? {
        let own: SeatID? = if case .seat(let seat, _, _) = scope { seat } else { nil }
        guard let seat = named ?? own else {
            // Of a room that one hosts there is more than one.
            return Page(status: 303, body: "", location: "/" + Address.room(reading.interview.id))
        }
        guard let reader = scope.reader(of: seat), reading.interview.seats[seat]?.isReported == true,
            var transcript = reading.transcript(of: seat, for: Transcript.Reader(reader))
        else { return nil }
        // Notes are their owner's and those whom the owner asked to write some; a host has the board.
        let noteReader =
            reader == .owner && seat == own
            ? NoteReader(isOwner: true, mayWrite: true, visitor: asker.visitor) : nil
        if noteReader != nil { transcript.notes = try notes(on: transcript) }
        let name = reader == .host ? transcript.name?.text ?? seat.text : nil
        let address = PageAddress(reading.interview.id, named)
        let page = TranscriptPage(
            layout: layout, transcript: transcript, name: name, isForPaper: isForPaper, models: models,
            audience: reader == .host ? .host : .owner, address: Address.transcript(address),
            noteReader: noteReader, isMain: reader != .owner || seat == own,
            otherSeats: scope.seats.filter { $0 != seat }.map { ($0, reading.interview.seats[$0]?.name) })
        return Page(status: 200, body: page.html())
    }

    func list(
        _ query: TranscriptQuery, typed: String, _ layout: Layout, _ asker: Asker
    ) throws(StoreError) -> TranscriptsPage {
        let bank = bank.withLock { $0 }
        guard let visitor = asker.visitor else {
            return TranscriptsPage(
                layout: layout, query: query, typed: typed, facets: LibraryFacets(topics: [], banks: []),
                found: .entries(TranscriptList(entries: [], count: 0)), trend: nil, bank: bank)
        }
        let found: TranscriptsPage.Found =
            query.seeksPassages
            ? .passages(try library.search(query, of: visitor))
            : .entries(try library.list(query, of: visitor))
        let trend = try query.topic.flatMap { topic throws(StoreError) in
            try library.trend(of: topic, of: visitor)
        }
        return TranscriptsPage(
            layout: layout, query: query, typed: typed, facets: try library.facets(of: visitor), found: found,
            trend: trend, bank: bank)
    }
}

extension Transcript.Reader {
    init(_ reader: Scope.Reader) {
        self =
            switch reader {
            case .owner: .owner
            case .guest: .guest
            case .host: .host
            }
    }
}
