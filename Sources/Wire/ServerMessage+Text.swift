import Interviews
import JSONWriting
import Marking

extension ServerMessage {
    public var text: String { StampedMessage(self).text }
}

extension StampedMessage {
    /// The message as the text of a frame: JSON with `type` first, the same for the same message.
    public var text: String {
        if case .answered(let answered) = message, answered.isPlain { return text(of: answered) }
        guard let text = try? JSONText.of(self) else {
            preconditionFailure("a message of ours that JSON cannot hold")
        }
        return text
    }

    /// What is said most often, and is longest, is written without an encoder: the same text in a quarter of the time.
    private func text(of answered: ServerMessage.Answered) -> String {
        var json = JSONPieces()
        json.beginObject()
        json.member("type", ServerMessage.Kind.answered.rawValue)
        if let ref = answered.ref { json.member("ref", ref.text) }
        json.member("interview", answered.interview.text)
        json.member("seq", answered.seq)
        json.member("at", answered.at)
        json.member("question", answered.question)
        json.member("attempt", answered.attempt)
        json.member("text", answered.text)
        if let mark = answered.mark {
            json.name("mark")
            json.write(mark)
        }
        if let late = answered.late { json.member("late", late) }
        if let by = stamp?.by { json.member("by", by.text) }
        if let before = stamp?.before { json.member("before", before) }
        if let lane = stamp?.lane { json.member("lane", lane.rawValue) }
        json.endObject()
        return json.text
    }
}

extension ServerMessage.Answered {
    /// Nothing is in it that comes with few answers.
    fileprivate var isPlain: Bool { probe == nil && clock == nil }
}

extension JSONPieces {
    fileprivate mutating func write(_ mark: MarkView) {
        beginObject()
        member("coverage", mark.coverage)
        name("remarks")
        beginArray()
        for remark in mark.remarks {
            element()
            write(remark.rawValue)
        }
        endArray()
        member("matcher", mark.matcher)
        name("points")
        beginArray()
        for point in mark.points {
            element()
            write(point)
        }
        endArray()
        if let tally = mark.tally {
            name("tally")
            beginObject()
            member("found", tally.found)
            member("inPart", tally.inPart)
            member("needed", tally.needed)
            name("groups")
            beginArray()
            for group in tally.groups {
                element()
                beginObject()
                member("needed", group.needed)
                member("said", group.said)
                endObject()
            }
            endArray()
            endObject()
        }
        endObject()
    }

    private mutating func write(_ point: MarkView.PointView) {
        beginObject()
        member("id", point.id)
        member("head", point.head)
        member("gist", point.gist)
        member("weight", point.weight)
        member("required", point.required)
        member("misconception", point.misconception)
        member("verdict", point.verdict.rawValue)
        member("strength", point.strength)
        name("evidence")
        beginArray()
        for evidence in point.evidence {
            element()
            beginObject()
            member("start", evidence.start)
            member("end", evidence.end)
            member("rule", evidence.rule)
            endObject()
        }
        endArray()
        if let ruled = point.ruled { member("ruled", ruled) }
        if let group = point.group { member("group", group) }
        endObject()
    }
}
