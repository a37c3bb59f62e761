import FoundationEssentials
import Interviews
import JSONWriting
import Marking
import QuestionBank
import Scheduling
import Testing

@testable import Transcripts

/// Logs that earlier builds wrote. Every build reads them, writes their events as they were written, and makes of
/// them what was made of them then. A line is one event: number, time and payload, between tabs.
struct GoldenLogTests {
    static let names = [
        "coached", "realistic", "adaptive", "clock", "left", "room", "hotseat", "erased", "packed",
    ]

    @Test(arguments: names)
    func anEventOfAnEarlierBuildIsReadAndWrittenAsItWas(name: String) throws {
        for line in try GoldenLog(name).lines where !line.isPacked {
            #expect(try JSONText.of(line.recorded.event) == line.payload)
        }
    }

    /// How well it is packed is the library's own affair; what is in it is not.
    @Test func aPackedAnswerOfAnEarlierBuildIsReadAsItWas() throws {
        let (packed, whole) = (try GoldenLog("packed").lines, try GoldenLog("packed.unpacked").lines)
        #expect(packed.count == whole.count && packed.count(where: \.isPacked) > 3)
        for (packed, whole) in zip(packed, whole) {
            #expect(try JSONText.of(packed.recorded.event) == whole.payload)
        }
    }

    @Test(arguments: names)
    func aLogOfAnEarlierBuildIsFoldedAsItWas(name: String) throws {
        let log = try GoldenLog(name)
        let account = log.account()
        if let folder = ProcessInfo.processInfo.environment["GREENROOM_WRITE_GOLDEN"] {
            try Data(account.utf8).write(to: URL(filePath: "\(folder)/\(name).txt"))
        }
        #expect(account == log.expected)
    }

    /// Writes the log of an interview of this build's server, to be kept: from a data folder to a file.
    @Test(.enabled(if: GoldenLog.wanted != nil))
    func aLogOfThisBuildIsWritten() throws {
        let (folder, interview, file) = try #require(GoldenLog.wanted)
        let store = try SQLiteStore(folder: folder)
        let events = try store.events(of: interview)
        for (ending, format) in [("", Format.current), (".unpacked", .unpacked)] {
            let lines = try events.map { recorded in
                var payload = try JSONText.of(recorded.event)
                if case .answered = recorded.event {
                    payload = try EventRow(recorded.event, in: format) { _ in throw StoreError.corrupt }
                        .payload
                }
                return "\(recorded.seq)\t\(recorded.at.milliseconds)\t\(payload)\n"
            }
            let place = file.replacing(".tsv", with: "") + ending + ".tsv"
            try Data(lines.joined().utf8).write(to: URL(filePath: place))
        }
    }

    @Test func thereIsAnEventOfEveryKindThatEarlierBuildsKnew() throws {
        let kinds = try Set(Self.names.flatMap { try GoldenLog($0).lines.map(\.recorded.event.kind) })
        let known: Set<Event.Kind> = [
            .opened, .seatTaken, .questionAsked, .answered, .probed, .hintTaken, .disputed,
            .modelAnswerRevealed,
            .questionSkipped, .questionReopened, .paused, .continued, .timeExtended, .answersClosed, .ended,
            .seatChanged, .roomLocked, .boardRevealed, .ruled, .said, .chatChanged, .planChanged, .ticked,
            .seatErased,
        ]
        #expect(kinds.isSuperset(of: known))
    }
}

struct GoldenLog {
    struct Line {
        var recorded: RecordedEvent
        var payload: String

        var isPacked: Bool { payload.contains(#""packed":"#) }
    }

    static let interview = InterviewID("0123456789abcdef")

    /// `GREENROOM_GOLDEN=folder:interview:file`
    static var wanted: (folder: String, interview: InterviewID, file: String)? {
        let parts = (ProcessInfo.processInfo.environment["GREENROOM_GOLDEN"] ?? "").split(separator: ":")
        guard parts.count == 3, let interview = InterviewID(String(parts[1])) else { return nil }
        return (String(parts[0]), interview, String(parts[2]))
    }

    let lines: [Line]
    let expected: String

    init(_ name: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
        let text = try String(contentsOf: folder.appending(path: "\(name).tsv"), encoding: .utf8)
        let id = try #require(Self.interview)
        lines = try text.split(separator: "\n").map { line in
            let parts = line.split(separator: "\t", maxSplits: 2)
            let seq = try #require(Int(parts[0]))
            let payload = String(parts[2])
            let event = try JSONDecoder().decode(StoredEvent.self, from: Data(payload.utf8)).event(
                visitor: nil
            ) {
                _ in throw StoreError.corrupt
            }
            let at = Timestamp(milliseconds: try #require(Int64(parts[1])))
            return Line(
                recorded: RecordedEvent(interview: id, seq: seq, at: at, event: event), payload: payload)
        }
        expected = (try? String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)) ?? ""
    }

    /// What the log means, line by line: who is told what, and how it went.
    func account() -> String {
        var interview = Interview(id: lines[0].recorded.interview)
        var account: [String] = []
        for line in lines {
            let review = interview.review(proposing: line.recorded.event, at: line.recorded.at)
            let applied = interview.apply(line.recorded)
            account += applied.notices.map {
                "\($0.seq) \($0.toWhom) \($0.request?.ref.text ?? "-") \($0.told)"
            }
            if let review {
                let ratings = review.ratings.map { "\($0.point)=\($0.rating.rawValue)" }
                account.append("  remembered \(review.question): \(ratings.joined(separator: " "))")
            }
        }
        account.append("\(interview.ending ?? "goes on"), \(interview.askedCount) asked")
        account += interview.seats.flatMap { report(of: $0.id, in: interview) }
        account += interview.questions.indices.compactMap { hotSeat(of: $0, in: interview) }
        return account.joined(separator: "\n") + "\n"
    }

    private func hotSeat(of question: Int, in interview: Interview) -> String? {
        guard let seat = interview.hotSeat(of: question) else { return nil }
        let ticks = interview.ticks(of: question)
        let heard = ticks.heard.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return "\(question) answered by \(seat), heard by \(ticks.followers): \(heard.joined(separator: " "))"
    }

    private func report(of seat: SeatID, in interview: Interview) -> [String] {
        let report = interview.report(for: seat)
        let questions = report.questions.map { question in
            let missed = question.missed.map { "\($0.keyPoint.id):\($0.verdict)" }.joined(separator: " ")
            return "  \(question.index) \(interview.questions[question.index].id) \(question.outcome)"
                + " attempts \(question.attempts) best \(question.bestAttempt ?? 0)"
                + " coverage \(question.coverage) own \(question.ownCoverage ?? -1)"
                + " elapsed \(question.elapsed ?? -1) hints \(question.hints) missed [\(missed)]"
        }
        return ["\(seat) coverage \(report.coverage) own \(report.ownCoverage ?? -1)"] + questions
            + report.topics.map { "  topic \($0.topic) \($0.coverage) of \($0.questions)" }
            + report.weakest.map { "  weakest \($0.question) \($0.missed.keyPoint.id)" }
    }
}

extension Interview {
    fileprivate var ending: String? {
        if case .ended(let reason) = phase { "ended: \(reason.rawValue)" } else { nil }
    }
}

extension Notice {
    fileprivate var toWhom: String {
        switch audience {
        case .everyone: "all"
        case .hosts: "hosts"
        case .seat(let seat), .seatAndHosts(let seat): seat.text
        }
    }

    fileprivate var told: String {
        switch content {
        case .opened(let opened): "opened \(opened.questions.count)"
        case .asked(let question): "asked \(question)"
        case .answered(let answered):
            "answered \(answered.question) attempt \(answered.attempt) \(answered.mark.coverage)"
                + " late \(answered.isLate ?? false)"
        case .probed(let probed): "probed \(probed.point)"
        case .hinted(let taken, let left): "hinted \(taken.hint.point) \(taken.hint.step), \(left) left"
        case .disputed(let disputed): "disputed \(disputed.point) \(disputed.isWithdrawn)"
        case .revealed(let question, let answer, _): "revealed \(question) \(answer?.count ?? 0)"
        case .skipped(let question): "skipped \(question)"
        case .reopened(let question): "reopened \(question)"
        case .paused: "paused"
        case .continued: "continued"
        case .extended(let seconds): "extended \(seconds)"
        case .closed(let question): "closed \(question)"
        case .ended(let reason): "ended \(reason)"
        case .seatTaken(let seat, let role): "seat \(seat) \(role)"
        case .seatChanged(let seat): "changed \(seat)"
        case .locked(let isLocked): "locked \(isLocked)"
        case .shown(let question): "shown \(question)"
        case .ruled(let ruled): "ruled \(ruled.seat) \(ruled.point) \(ruled.isSaid)"
        case .said(let said): "said \(said.text.count) \(said.to?.rawValue ?? "-")"
        case .chatChanged(let changed): "chat \(changed.message) \(changed.isPinned ?? false)"
        case .finished(let question): "finished \(question)"
        case .ticked(let ticked): "ticked \(ticked.point) \(ticked.isSaid)"
        case .nothing: "nothing"
        case .planned(let count): "planned \(count)"
        }
    }
}
