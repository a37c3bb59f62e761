import Interviews
import Marking

/// An answer with its mark as bytes, but for whose it is and by which request: what varies most stands last.
///
/// The log is for ever, so the places in these lists are too; they only grow. What they do not have is kept as JSON.
enum AnswerBytes {
    private static let verdicts: [Verdict] = [.hit, .partial, .missed, .contradicted, .avoided, .held]
    private static let remarks: [Remark] = [.unsure, .echo, .keywordList, .noAnswer, .otherLanguage]
    /// Pieces of evidence whose number stands beside the verdict.
    private static let few = 7

    /// `nil` where it cannot be said in bytes.
    static func bytes(of answer: Event.Answered) -> [UInt8]? {
        let mark = answer.mark
        let evidence = mark.points.lazy.flatMap(\.evidence)
        let numbers = [answer.question, answer.attempt, answer.reply?.start ?? 0]
        guard numbers.allSatisfy({ $0 >= 0 }), evidence.allSatisfy({ 0 <= $0.start && $0.start <= $0.end }),
            mark.coverage.isFinite, mark.points.allSatisfy(\.strength.isFinite)
        else { return nil }
        var writer = ByteWriter(capacity: answer.text.utf8.count + 1024)
        writer.append(answer.text)
        writer.append(mark.points.count)
        for point in mark.points { writer.append(point.keyPoint) }
        for point in mark.points {
            guard let verdict = verdicts.firstIndex(of: point.verdict) else { return nil }
            let (width, count) = (DecimalWidth(of: point.strength), point.evidence.count)
            writer.append(byte: UInt8(verdict) | width.rawValue << 3 | UInt8(min(count, few)) << 5)
            if count >= few { writer.append(count) }
        }
        for one in evidence {
            writer.append(one.start)
            writer.append(one.end - one.start)
            writer.append(one.rule)
        }
        writer.append(mark.matcher)
        let width = DecimalWidth(of: mark.coverage)
        let late: UInt8 = answer.isLate.map { $0 ? 2 : 1 } ?? 0
        writer.append(byte: (answer.reply == nil ? 0 : 1) | late << 1 | width.rawValue << 3)
        writer.append(answer.question)
        writer.append(answer.attempt)
        writer.append(mark.remarks.count)
        for remark in mark.remarks {
            guard let index = remarks.firstIndex(of: remark) else { return nil }
            writer.append(byte: UInt8(index))
        }
        if let reply = answer.reply {
            writer.append(reply.point)
            writer.append(reply.start)
        }
        writer.append(mark.coverage, as: width)
        for point in mark.points { writer.append(point.strength, as: DecimalWidth(of: point.strength)) }
        return writer.bytes
    }
}

extension AnswerBytes {
    /// `nil` where the bytes are no answer, or not it alone.
    static func answer(_ bytes: [UInt8], of seat: SeatID, ref: Reference) -> Event.Answered? {
        try? read(bytes, of: seat, ref: ref)
    }

    private static func read(
        _ bytes: [UInt8], of seat: SeatID, ref: Reference
    ) throws(ByteReader.Torn) -> Event.Answered {
        var reader = ByteReader(bytes)
        let text = try reader.text()
        var names: [String] = []
        for _ in 0..<(try reader.count()) { names.append(try reader.text()) }
        var heads: [(verdict: Verdict, width: DecimalWidth, evidence: Int)] = []
        for _ in names { heads.append(try head(from: &reader)) }
        var evidence: [[Evidence]] = []
        for head in heads {
            var found: [Evidence] = []
            for _ in 0..<head.evidence { found.append(try place(from: &reader)) }
            evidence.append(found)
        }
        let matcher = try reader.text()
        let flags = try reader.byte()
        guard flags >> 1 & 3 < 3, let width = DecimalWidth(rawValue: flags >> 3) else {
            throw .init()
        }
        let (question, attempt) = (try reader.number(), try reader.number())
        var remarks: [Remark] = []
        for _ in 0..<(try reader.count()) { remarks.append(try one(of: Self.remarks, try reader.byte())) }
        let reply: Event.Answered.Reply? =
            flags & 1 == 0 ? nil : .init(point: try reader.text(), start: try reader.number())
        let coverage = try reader.decimal(width)
        var points: [PointMark] = []
        for (index, head) in heads.enumerated() {
            points.append(
                PointMark(
                    keyPoint: names[index], verdict: head.verdict, strength: try reader.decimal(head.width),
                    evidence: evidence[index]))
        }
        guard reader.isAtEnd else { throw .init() }
        return Event.Answered(
            seat: seat, ref: ref, question: question, attempt: attempt, text: text,
            mark: Mark(points: points, coverage: coverage, remarks: remarks, matcher: matcher), reply: reply,
            isLate: [nil, false, true][Int(flags >> 1 & 3)])
    }

    private static func head(
        from reader: inout ByteReader
    ) throws(ByteReader.Torn) -> (verdict: Verdict, width: DecimalWidth, evidence: Int) {
        let byte = try reader.byte()
        let count = Int(byte >> 5)
        guard let width = DecimalWidth(rawValue: byte >> 3 & 3) else { throw .init() }
        return (try one(of: verdicts, byte & 7), width, count < few ? count : try reader.count())
    }

    private static func place(from reader: inout ByteReader) throws(ByteReader.Torn) -> Evidence {
        let start = try reader.number()
        let (end, isTooFar) = start.addingReportingOverflow(try reader.number())
        guard !isTooFar else { throw .init() }
        return Evidence(start: start, end: end, rule: try reader.text())
    }

    private static func one<Value>(of list: [Value], _ index: UInt8) throws(ByteReader.Torn) -> Value {
        guard index < list.count else { throw .init() }
        return list[Int(index)]
    }
}
