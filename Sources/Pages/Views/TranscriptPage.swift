import Interviews
import QuestionBank
import Transcripts

/// One transcript: what it was, how it went, and question by question what was said.
struct TranscriptPage {
    let layout: Layout
    let transcript: Transcript
    /// Whose it is, as its reader is told; `nil` where it is the reader's own.
    let name: String?
    let isForPaper: Bool
    let models: ModelAnswers
    let audience: Audience
    /// Its own, from the site's root.
    let address: String
    /// Who writes and reads notes; `nil` where the reader has none.
    var noteReader: NoteReader?
    /// The secret of the link by which notes may be written.
    var link: String?
    /// Links and notes are made on the seat that speaks for its holder.
    var isMain = true
    /// What else the reader has said in the room, from another browser.
    var otherSeats: [(id: SeatID, name: SeatName?)] = []

    enum Audience: Hashable {
        case owner, host
        case guest(mayComment: Bool)
    }

    private var texts: any Texts { layout.texts }
    private var showsNumbers: Bool { transcript.settings.score == .coverage }

    var title: String {
        let titles = transcript.topics.map(\.title)
        return titles.isEmpty || titles.count > 3
            ? texts.topics(titles.count) : titles.joined(separator: ", ")
    }

    func html() -> String {
        let threads = NoteThread.threads(of: transcript.notes).enumerated().map {
            NumberedThread(number: $0 + 1, thread: $1)
        }
        let sections = transcript.questions.map { asked in
            QuestionSection(
                texts: texts, transcript: transcript, asked: asked, isForPaper: isForPaper, models: models,
                notes: threads.filter { $0.thread.head.place.question == asked.index }, noteReader: noteReader
            ).html()
        }
        return layout.page(
            title, isForPaper: isForPaper,
            h(
                "article",
                [
                    "class": "transcript",
                    "data-noted-interview": audience == .owner && isMain ? transcript.interview.text : nil,
                    "data-noted-link": link,
                ],
                h(
                    "div", ["class": "transcript-head"],
                    h("p", ["class": "tools way-back"], wayBack),
                    h("h1", ["tabindex": "-1", "dir": "auto"], HTML(title)),
                    name.map { h("p", ["class": "whose", "dir": "auto"], HTML($0)) }, about, result,
                    texts.ended(transcript.ending?.reason).map { h("p", ["class": "note"], HTML($0), goOn) },
                    others,
                    tools),
                HTML(sections), chat))
    }

    /// Into an interview that is under way, whichever of one's browsers it was begun in.
    private var goOn: HTML? {
        guard audience == .owner, transcript.room == nil, transcript.ending == nil else { return nil }
        let address = layout.link("") + "#interview=\(transcript.interview)"
        return HTML(" ") + h("a", ["href": address], HTML(texts.goOn))
    }

    private var wayBack: HTML {
        switch audience {
        case .owner: h("a", ["href": layout.link("transcripts")], "‹ \(texts.all)")
        case .guest(let mayComment):
            h("span", ["class": "note"], HTML(mayComment ? texts.shares.toComment : texts.shares.toRead))
        case .host:
            h("a", ["href": layout.link(Address.room(transcript.interview))], "‹ \(texts.room(code))")
        }
    }

    /// Whoever sat in the room with two browsers reads both parts as one's own.
    private var others: HTML? {
        guard !otherSeats.isEmpty else { return nil }
        let links = otherSeats.map { id, name in
            h(
                "a", ["href": layout.link(Address.transcript(transcript.interview, id)), "dir": "auto"],
                HTML(name?.text ?? id.text))
        }
        return h(
            "p", ["class": "note other-seats"], HTML("\(texts.otherSeats): "), HTML.joined(links, by: ", "))
    }

    private var code: String { transcript.code?.text ?? "" }

    private var about: HTML {
        var parts: [HTML] = [
            h("time", ["datetime": transcript.opened.rfc3339], HTML(texts.moment(transcript.opened))),
            HTML(transcript.room == nil ? texts.alone : texts.inRoom(code)),
            HTML(texts.mode(transcript.settings.mode)),
        ]
        if let purpose = texts.purpose(transcript.settings.purpose) { parts.append(HTML(purpose)) }
        if transcript.settings.purpose == .drawn {
            let address = layout.link("") + Address.setup(transcript)
            parts.append(
                h("a", ["href": address, "class": "seed"], HTML(texts.seed(transcript.settings.seed))))
        }
        parts.append(HTML(texts.bank(String(transcript.bank.prefix(8)))))
        if !transcript.matchers.isEmpty { parts.append(HTML(texts.matcher(transcript.matchers))) }
        return h("p", ["class": "note about", "dir": "auto"], HTML.joined(parts, by: " · "))
    }

    private var result: HTML {
        let report = transcript.report
        let counts = texts.answered(
            report.count(.answered), skipped: report.count(.skipped), open: report.count(.open))
        let tally = report.tally
        guard showsNumbers, tally.needed > 0 else {
            return h("p", ["class": "coverage"], h("span", ["class": "coverage-points"], HTML(counts)))
        }
        let parts = [
            texts.coverage(report.coverage), report.ownCoverage.map { texts.byRuling($0) }, counts,
        ]
        return h(
            "p", ["class": "coverage"],
            h("span", ["class": "coverage-number"], HTML(texts.found(tally.found, of: tally.needed))),
            h("span", ["class": "visually-hidden"], ", "),
            h("span", ["class": "coverage-label"], HTML(parts.compactMap(\.self).joined(separator: " · "))))
    }

    private var tools: HTML {
        let here = layout.link(address)
        func link(_ address: String, _ title: String) -> HTML {
            h("a", ["class": "button small", "href": address], HTML(title))
        }
        let isRead = transcript.questions.contains { $0.showsMarks && !$0.attempts.isEmpty }
        let seat = audience == .host ? transcript.seat : nil
        let comparison = Address.comparison(PageAddress(transcript.interview, seat), nil)
        let isGuest = if case .guest = audience { true } else { false }
        return h(
            "div", ["class": "transcript-tools"],
            h(
                "div", ["class": "tools start"],
                isForPaper ? link(here, texts.onScreen) : link("\(here)?view=print", texts.forPaper),
                isRead && !isGuest ? link(layout.link(comparison), texts.compare.link) : nil,
                isRead && !isGuest ? link("\(here)?view=remark", texts.remarked.link) : nil,
                // A room's transcript belongs to its host, and each candidate's part of it to that candidate.
                audience == .owner && isMain
                    ? h("span", ["data-share": transcript.interview.text, "data-site": layout.link("")])
                    : nil,
                audience == .owner && isMain
                    ? layout.erasing(transcript.interview, transcript.room == nil ? nil : .own) : nil),
            transcript.questions.isEmpty ? nil : downloads(here))
    }

    private func downloads(_ here: String) -> HTML {
        h(
            "p", ["class": "tools start downloads"], h("span", ["class": "note"], HTML(texts.download.label)),
            HTML(
                TranscriptFormat.allCases.map { format in
                    h(
                        "a", ["href": "\(here)?as=\(format.rawValue)", "download": ""],
                        HTML(texts.format(format))) + HTML(" ")
                }))
    }

    private var chat: HTML? {
        guard !transcript.chat.isEmpty else { return nil }
        let messages = transcript.chat.map { message in
            h(
                "li", [:],
                h("strong", ["dir": "auto"], HTML(message.name?.text ?? message.seat.text)),
                h("span", ["class": "note"], HTML(message.isForHosts ? " (\(texts.toHosts))" : "")),
                h("p", ["dir": "auto"], HTML(message.text)))
        }
        return h(
            "section", ["class": "asked", "aria-labelledby": "chat"],
            h("h2", ["id": "chat"], HTML(texts.chat)), h("ol", ["class": "chat-log"], messages))
    }
}
