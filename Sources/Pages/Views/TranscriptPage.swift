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

    private var texts: any Texts { layout.texts }
    private var showsNumbers: Bool { transcript.settings.score == .coverage }

    var title: String {
        let titles = transcript.topics.map(\.title)
        return titles.isEmpty || titles.count > 3
            ? texts.topics(titles.count) : titles.joined(separator: ", ")
    }

    func html() -> String {
        let sections = transcript.questions.map { asked in
            QuestionSection(
                texts: texts, transcript: transcript, asked: asked, isForPaper: isForPaper, models: models
            ).html()
        }
        return layout.page(
            title, isForPaper: isForPaper,
            h(
                "article", ["class": "transcript"],
                h(
                    "div", ["class": "transcript-head"],
                    h("p", ["class": "tools way-back"], wayBack),
                    h("h1", ["tabindex": "-1", "dir": "auto"], HTML(title)),
                    name.map { h("p", ["class": "whose", "dir": "auto"], HTML($0)) }, about, result,
                    texts.ended(transcript.ending?.reason).map { h("p", ["class": "note"], HTML($0)) }, tools),
                HTML(sections), chat))
    }

    private var wayBack: HTML {
        name == nil
            ? h("a", ["href": layout.link("transcripts")], "‹ \(texts.all)")
            : h("a", ["href": layout.link(Address.room(transcript.interview))], "‹ \(texts.room(code))")
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
        let isMarked = transcript.questions.contains(where: \.showsMarks)
        guard showsNumbers, isMarked else {
            return h("p", ["class": "coverage"], h("span", ["class": "coverage-points"], HTML(counts)))
        }
        let tally = transcript.tally
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
        let here = layout.here.split(separator: "?").first.map(String.init) ?? layout.here
        // A room's transcript belongs to its host.
        let isTheirs = name == nil && transcript.room == nil
        return h(
            "div", ["class": "tools start"],
            h(
                "a", ["class": "button small", "href": isForPaper ? here : "\(here)?view=print"],
                HTML(isForPaper ? texts.onScreen : texts.forPaper)),
            isTheirs ? layout.erasing(transcript.interview) : nil)
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
