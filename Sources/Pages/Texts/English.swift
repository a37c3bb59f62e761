import Interviews
import Marking
import Transcripts

struct English: Texts {
    let code = "en"
    let ways = (
        practise: "Practise", join: "Join", host: "Host", transcripts: "Transcripts", label: "Greenroom"
    )
    let skip = "Skip to the content"
    let motto =
        "Marks are coverage, never a grade: the same answer to the same question always gets the same mark."
    let otherLanguage = (code: "de", name: "Deutsch")

    let transcripts = "Transcripts"
    let noneYet = "No transcript yet. They appear here after your first answer."
    let noneFound = "Nothing fits these filters."
    let clear = "Clear all"
    let search = "Search"
    let searchFor = "Words in answers"
    let filter = (
        topic: "Topic", kind: "Kind", verdict: "Points", bank: "Questions", from: "From", until: "Until",
        sort: "Order"
    )
    let any = (topic: "All topics", kind: "Alone and in rooms", verdict: "All answers", bank: "Every edition")
    func edition(_ hash: String, isOfToday: Bool) -> String {
        isOfToday ? "Those of today" : "Edition \(hash)"
    }

    func kind(_ kind: TranscriptQuery.Kind) -> String {
        switch kind {
        case .alone: "Alone"
        case .room: "In rooms"
        case .hosted: "Rooms I hosted"
        }
    }

    func sort(_ sort: TranscriptQuery.Sort) -> String {
        switch sort {
        case .newest: "Newest first"
        case .oldest: "Oldest first"
        case .best: "Highest coverage first"
        case .weakest: "Lowest coverage first"
        }
    }

    func answersWith(_ verdict: Verdict) -> String {
        switch verdict {
        case .hit: "With points found"
        case .partial: "With points in part"
        case .missed: "With points not found"
        case .contradicted: "With points contradicted"
        case .avoided: "With misconceptions avoided"
        case .held: "With misconceptions held"
        }
    }

    func count(_ transcripts: Int) -> String { plural(transcripts, "transcript") }
    func passages(_ count: Int, hasMore: Bool) -> String {
        hasMore ? "More than \(count) answers" : plural(count, "answer")
    }
    let missedPoint = "Answers that miss one point"
    let pages = (label: "Pages", newer: "Newer", older: "Older", previous: "Previous page", next: "Next page")
    func page(_ page: Int, of count: Int?) -> String {
        count.map { "Page \(page) of \($0)" } ?? "Page \(page)"
    }
    let aboutTopics = "My topics"
    let aboutTopic = "All about this topic"

    let all = "All transcripts"
    let yours = "You"
    func topics(_ count: Int) -> String { plural(count, "topic") }
    func mode(_ mode: Settings.Mode) -> String {
        switch mode {
        case .coached: "coached"
        case .realistic: "realistic"
        }
    }
    func purpose(_ purpose: Settings.Purpose) -> String? {
        switch purpose {
        case .drawn: nil
        case .due: "what was due"
        case .again: "points once more"
        }
    }
    let alone = "alone"
    let otherSeats = "You were in this room from another browser, too"
    func inRoom(_ code: String) -> String { code.isEmpty ? "in a room" : "in room \(code)" }
    func seed(_ seed: String) -> String { "seed \(seed)" }
    func bank(_ hash: String) -> String { "bank \(hash)" }
    func matcher(_ versions: [String]) -> String { "matcher \(versions.joined(separator: ", "))" }
    func found(_ found: Int, of needed: Int) -> String { "\(found) of \(plural(needed, "point")) found" }
    func ticked(_ ticked: Int, of all: Int) -> String { "\(ticked) of \(all) ticked" }
    func coverage(_ share: Double) -> String { "coverage \(percent(share))" }
    func byRuling(_ share: Double) -> String { "coverage with rulings \(percent(share))" }
    func inPart(_ count: Int) -> String { "\(count) in part" }
    func answered(_ count: Int, skipped: Int, open: Int) -> String {
        [
            "\(plural(count, "question")) answered", skipped > 0 ? "\(skipped) skipped" : nil,
            open > 0 ? "\(open) left open" : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }
    func ended(_ reason: Event.Ended.Reason?) -> String? {
        switch reason {
        case nil: "It is still under way."
        case .finished: nil
        case .left: "It was ended before its last question. What wasn’t asked counts nowhere."
        case .timeUp: "The time was up before the last question. What wasn’t asked counts nowhere."
        }
    }
    let goOn = "Go on with it"
    let forPaper = "Unfold all for printing"
    let onScreen = "Fold again"
    func question(_ number: Int, of count: Int) -> String { "Question \(number) of \(count)" }
    func attempts(_ count: Int) -> String { plural(count, "attempt") }
    func attempt(_ number: Int) -> String { "Attempt \(number)" }
    func took(_ milliseconds: Int64) -> String { "\(minutes(milliseconds)) to the first answer" }
    func hints(_ count: Int) -> String { "\(plural(count, "hint")) taken" }
    let answer = "Answer"
    let keyPoints = "Key points"
    let misconceptions = "Misconceptions"
    let late = "came after the time was up"
    let followUp = "A follow-up question"
    let yourWords = "The words behind it"
    let required = "required"
    func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .hit: "Found"
        case .partial: "In part"
        case .missed: "Not found"
        case .contradicted: "Contradicted"
        case .avoided: "Avoided"
        case .held: "Held"
        }
    }
    func anyOf(_ needed: Int, _ all: Int) -> String { "Any \(needed) of \(all)" }
    func foundOfGroup(_ count: Int) -> String { "Found \(count)" }
    func foundNames(_ names: String) -> String { "Found: \(names)." }
    func notNeeded(_ names: String) -> String { "Not needed: \(names)." }
    let ruledByOneself = "By the candidate’s own ruling; the matcher had it otherwise."
    let ruledByHost = "By the host’s ruling; the matcher had it otherwise."
    let ruledAgainst = "The host ruled that it isn’t said."
    func ruledBefore(_ attempt: Int) -> String { "By a ruling on the same words in attempt \(attempt)." }
    func rule(_ sentence: String) -> String { sentence }
    let claimed = "The candidate says it is said; the host has not ruled yet."
    func remark(_ remark: Remark) -> String {
        switch remark {
        case .unsure: "The evidence is thin here; a person may well see it otherwise."
        case .echo: "This is hardly more than the question’s own words."
        case .keywordList:
            "This is a list of key words. Sentences show better that one knows how they belong together."
        case .noAnswer: "There was nothing to mark in this answer."
        case .otherLanguage: "This answer is mostly in another language than the key points."
        }
    }
    let marksLater = "Marks and key points are shown when the interview is over, or the host reveals them."
    let notAnswered = (skipped: "Skipped", open: "Left open")
    let notFound = "What a full answer says"
    let hintsTaken = "Hints taken"
    let followUps = "Follow-up questions"
    let modelAnswer = "Model answer"
    let chat = "Chat"
    let toHosts = "to the hosts"
    func minutes(_ milliseconds: Int64) -> String {
        let seconds = milliseconds / 1000
        return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    }

    func trendOf(_ title: String) -> String {
        "Coverage of \(title), from the earliest interview to the latest"
    }
    func trend(_ count: Int, from first: Double, to last: Double) -> String {
        count == 1
            ? "One interview so far: \(percent(last))."
            : "\(plural(count, "interview")), from \(percent(first)) to \(percent(last))."
    }
    let trendTable = (
        caption: "Coverage by interview", date: "Date", coverage: "Coverage", questions: "Questions"
    )
    let missedOften = "Missed most often"
    func times(_ count: Int) -> String { plural(count, "time") }
    let practiseTopic = "Practise this topic"
    let noTopics = "No topic yet. They appear here after your first answer."

    func room(_ code: String) -> String { code.isEmpty ? "A room" : "Room \(code)" }
    func people(_ count: Int) -> String { count == 1 ? "1 candidate" : "\(count) candidates" }
    let peopleByPoint = "People and key points"
    let inAll = "In all"
    let peopleByQuestion = "People and questions"
    let person = "Person"
    let whatTheRoomMisses = "What the room does not know"
    func saidBy(_ said: Int, of answers: Int) -> String { "said by \(said) of \(answers)" }
    let mean = "All"
    let noAnswers = "Nobody has answered yet."
    let partDeleted = "Deleted by the candidate"

    let nothingHere = (
        title: "Nothing here",
        text:
            "There is nothing at this address, or it is not for this browser to see. Transcripts belong to the browser they were made in."
    )
    let busy = (title: "One moment", text: "Too much is being read just now. Try again in a few seconds.")

    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
    func day(_ at: Timestamp) -> String {
        let date = civil(at)
        return "\(date.day) \(Self.months[date.month - 1]) \(date.year)"
    }
    func moment(_ at: Timestamp) -> String { "\(day(at)), \(civil(at).time) UTC" }
    func month(_ at: Timestamp) -> String { "\(Self.months[civil(at).month - 1]) \(civil(at).year)" }

    private func plural(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November",
        "December",
    ]
}
