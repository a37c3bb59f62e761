import Interviews
import Wire

extension ClientMessage {
    /// What it takes of the limits, beside being a message.
    var costs: [RateLimits.Cost] {
        switch self {
        case .open(let open):
            let needsHistory = open.due == true || open.fresh == true || open.again != nil
            let size = 2048 + 64 * (open.count ?? Settings.maximumCount)
            return [.init(.opening), .init(.keeping, size)] + (needsHistory ? [.init(.history)] : [])
        case .answer(let answer):
            // The mark is kept beside the text.
            return [.init(.answering), .init(.keeping, 2048 + answer.text.utf8.count)]
        case .dispute(let dispute):
            return [.init(.answering), .init(.keeping, 512 + 32 * (dispute.ranges?.count ?? 0))]
        case .paste(let paste):
            return [.init(.pasting, 1024 + paste.text.utf8.count)]
        case .status, .nudge:
            // Nothing is kept of it, and nothing read for it.
            return []
        case .say(let say):
            return [.init(.answering), .init(.keeping, 512 + say.text.utf8.count)]
        case .rule(let rule) where rule.everybody == true:
            // An event for each who said it so.
            return [.init(.answering, 5), .init(.keeping, 16 * 1024)]
        case .typeQuestion(let typed):
            let size = (typed.points ?? []).reduce(typed.prompt.utf8.count) { $0 + $1.utf8.count }
            return [.init(.answering), .init(.keeping, 4096 + size)]
        case .addQuestion, .moveQuestion, .removeQuestion:
            // The whole plan is kept each time, by the numbers of its questions.
            return [.init(.answering), .init(.keeping, 2048)]
        case .findQuestions:
            return [.init(.answering)]
        case .resume, .join, .row, .phrases, .report:
            return [.init(.resuming)]
        case .note(let note):
            // The transcript is read for it.
            return [.init(.history), .init(.keeping, 512 + note.text.utf8.count)]
        case .progress, .forget, .erase, .share, .unshare, .link, .recovery, .claim, .unlink, .unnote:
            return [.init(.history)]
        default:
            return [.init(.answering), .init(.keeping, 512)]
        }
    }

    /// The name of a request that is not read any more, as far as it can be seen without reading it.
    static func hastyReference(in text: String) -> Reference? {
        let text = text.utf8
        let name = Array("\"ref\"".utf8)
        var rest = text[...]
        while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
            rest = rest[quote...]
            guard rest.starts(with: name) else {
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst(name.count).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d }
            guard rest.first == UInt8(ascii: ":") else { continue }
            rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d }
            guard rest.first == UInt8(ascii: "\"") else { continue }
            let value = rest.dropFirst().prefix(65).prefix { $0 != UInt8(ascii: "\"") }
            return Reference(String(decoding: value, as: UTF8.self))
        }
        return nil
    }
}
