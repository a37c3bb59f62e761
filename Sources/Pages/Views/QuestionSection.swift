import Interviews
import Marking
import QuestionBank
import Transcripts

/// A question with everything that was said and done about it.
struct QuestionSection {
    let texts: any Texts
    let transcript: Transcript
    let asked: AskedQuestion
    let isForPaper: Bool
    let models: ModelAnswers
    /// On this question's answers.
    var notes: [NumberedThread] = []
    var noteReader: NoteReader?

    private var showsNumbers: Bool { transcript.settings.score == .coverage }
    /// Of a story of one's own no share is told, nor where nothing has to be said.
    private var showsShare: Bool {
        showsNumbers && asked.question.kind != .checklist && Tally(nil, in: asked.question.rubric).needed > 0
    }
    private var open: String? { isForPaper ? "" : nil }
    private var lang: String? { asked.question.lang(beside: texts.code) }

    func html() -> HTML {
        let best = asked.best ?? asked.attempts.last
        return h(
            "section",
            ["class": "asked", "id": "q\(asked.index + 1)", "aria-labelledby": "q\(asked.index + 1)-title"],
            h("div", ["class": "asked-head"], title, about),
            h("div", ["class": "prompt", "lang": lang], Markdown.html(asked.question.prompt)),
            best.map { attempt($0) } ?? unanswered,
            others(but: best), hints, followUps, model)
    }

    private var title: HTML {
        h(
            "h2", ["id": "q\(asked.index + 1)-title", "tabindex": "-1"],
            HTML(texts.question(asked.index + 1, of: transcript.questions.count)))
    }

    private var about: HTML {
        let topic = transcript.topic(asked.question.topic)?.title
        let parts: [String?] = [
            topic, asked.attempts.isEmpty ? nil : texts.attempts(asked.attempts.count),
            asked.result.elapsed.flatMap { $0 > 0 ? texts.took($0) : nil },
            asked.hints.isEmpty ? nil : texts.hints(asked.hints.count),
        ]
        return h(
            "p", ["class": "note", "dir": "auto"], HTML(parts.compactMap(\.self).joined(separator: " · ")))
    }

    private func attempt(_ attempt: Attempt) -> HTML {
        let answer = h(
            "div", ["class": "marked-answer"],
            h("h3", [:], HTML(asked.attempts.count > 1 ? texts.attempt(attempt.number) : texts.answer)),
            attempt.isLate ? h("p", ["class": "note"], HTML(texts.late)) : nil,
            AnswerText(texts: texts, attempt: attempt, asked: asked, notes: notes(on: attempt)).html(),
            writing(about: attempt),
            noteReader.flatMap {
                NoteList(texts: texts, attempt: attempt, threads: notes(on: attempt), reader: $0).html()
            })
        guard attempt.mark != nil else {
            return h("div", ["class": "details"], answer, h("p", ["class": "note"], HTML(texts.marksLater)))
        }
        let points = PointList(texts: texts, attempt: attempt, isForPaper: isForPaper, lang: lang)
            .html(attempt.lines(of: asked.question))
        return h(
            "div", ["class": "details"], score(attempt),
            HTML((attempt.mark?.remarks ?? []).map { h("p", ["class": "remark"], HTML(texts.remark($0))) }),
            h("div", ["class": "marked"], answer, points))
    }

    private func notes(on attempt: Attempt) -> [NumberedThread] {
        notes.filter { $0.thread.head.place.attempt == attempt.number }
    }

    /// Where a script lets notes be written.
    private func writing(about attempt: Attempt) -> HTML? {
        guard noteReader?.mayWrite == true else { return nil }
        return h("div", ["data-note-question": "\(asked.index)", "data-note-attempt": "\(attempt.number)"])
    }

    private func score(_ attempt: Attempt) -> HTML? {
        guard showsNumbers, let mark = attempt.mark else { return nil }
        let ruled = attempt.ruledMark(in: asked.question.rubric)
        let tally = Tally(ruled ?? mark, in: asked.question.rubric)
        guard tally.needed > 0 else { return nil }
        let count =
            asked.question.kind == .checklist
            ? texts.ticked(tally.found, of: tally.needed) : texts.found(tally.found, of: tally.needed)
        let parts = [
            tally.inPart > 0 ? texts.inPart(tally.inPart) : nil,
            showsShare ? texts.coverage(mark.coverage) : nil,
            showsShare ? ruled.map { texts.byRuling($0.coverage) } : nil,
        ]
        return h(
            "div", ["class": "score"],
            h(
                "p", ["class": "coverage"],
                h("span", ["class": "coverage-number"], HTML(count)),
                h("span", ["class": "visually-hidden"], ", "),
                h(
                    "span", ["class": "coverage-label"],
                    HTML(parts.compactMap(\.self).joined(separator: " · ")))),
            showsShare ? Pictures.bar(ruled?.coverage ?? mark.coverage) : nil)
    }

    private func others(but shown: Attempt?) -> HTML? {
        let others = asked.attempts.filter { $0.number != shown?.number }
        guard !others.isEmpty else { return nil }
        return HTML(
            others.map { one in
                let share = showsShare ? one.mark.map { ", \(texts.percent($0.coverage))" } ?? "" : ""
                return h(
                    "details", ["class": "folded", "open": open],
                    h("summary", [:], HTML(texts.attempt(one.number) + share)), attempt(one))
            })
    }

    /// Of a question that was not answered there are only the points it was about.
    private var unanswered: HTML {
        let state = h(
            "p", ["class": "outcome"],
            HTML(asked.isSkipped ? texts.notAnswered.skipped : texts.notAnswered.open))
        guard asked.showsMarks else { return state }
        let points = asked.question.keyPoints.filter { !$0.isMisconception }
        return state
            + h("h3", [:], HTML(texts.notFound))
            + h(
                "ul", ["class": "weakest", "lang": lang],
                points.map { point in
                    h(
                        "li", [:], h("span", ["class": "point-head", "dir": "auto"], HTML(point.head)),
                        point.gist.isEmpty ? nil : h("p", ["class": "gist", "dir": "auto"], HTML(point.gist)))
                })
    }

    private var hints: HTML? {
        guard !asked.hints.isEmpty else { return nil }
        return h(
            "details", ["class": "folded", "open": open],
            h("summary", [:], HTML(texts.hintsTaken)),
            h(
                "ol", ["class": "plain-list"],
                asked.hints.map { h("li", ["dir": "auto", "lang": lang], HTML($0.hint.text)) })
        )
    }

    private var followUps: HTML? {
        guard !asked.followUps.isEmpty else { return nil }
        return h(
            "details", ["class": "folded", "open": open],
            h("summary", [:], HTML(texts.followUps)),
            h(
                "ol", ["class": "plain-list"],
                asked.followUps.map { h("li", ["dir": "auto", "lang": lang], HTML(Markdown.plain($0.text))) })
        )
    }

    private var model: HTML? {
        guard let answer = asked.modelAnswer else { return nil }
        let marked = asked.showsMarks ? models.evidence(in: answer, of: asked.question) : []
        return h(
            "details", ["class": "folded", "open": open],
            h("summary", [:], HTML(texts.modelAnswer)),
            h(
                "div", ["class": "prose model-answer", "dir": "auto", "lang": lang],
                Markdown.html(answer, marking: marked)))
    }
}
