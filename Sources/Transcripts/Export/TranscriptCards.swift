import Interviews
import Marking
import QuestionBank

/// The key points that were missed, as notes for Anki's text import: a deck for each topic.
public enum TranscriptCards {
    /// https://docs.ankiweb.net/importing/text-files.html#file-headers
    public static let head =
        "#separator:tab\n#html:true\n#notetype:Basic\n#guid column:1\n#deck column:2\n#columns:guid\tdeck\tFront\tBack\ttags\n"
        + "#tags column:5\n"

    /// The same point has the same name in every interview, so that Anki brings its note up to date and does not
    /// make another one.
    public static func rows(_ transcript: Transcript) -> String {
        transcript.questions.map { asked in
            let all = asked.result.missed
            return all.enumerated().map { index, missed in
                note(missed, all.count > 1 ? (index + 1, all.count) : nil, asked, in: transcript)
            }.joined()
        }.joined()
    }

    private static func note(
        _ missed: Report.Missed, _ place: (Int, Int)?, _ asked: AskedQuestion, in transcript: Transcript
    ) -> String {
        let (question, point) = (asked.question, missed.keyPoint)
        let title = transcript.topic(question.topic)?.title ?? question.topic
        let asking: String
        if missed.verdict == .held {
            asking = "What is wrong about this: \(point.head)?"
        } else if let probe = point.probe {
            asking = probe
        } else {
            asking =
                place.map { "A point of a full answer that you missed (\($0.0) of \($0.1))." }
                ?? "A point of a full answer that you missed."
        }
        let back = "<b>\(html(point.head))</b>" + (point.gist.isEmpty ? "" : "<br>\(html(point.gist))")
        let fields = [
            "greenroom:\(question.id):\(point.id)",
            "Greenroom::" + title.replacing("::", with: ": ").filter { !"<>".contains($0) },
            "\(html(question.prompt))<br><br><i>\(html(asking))</i>", back,
            "greenroom " + question.topic.map { $0.isWhitespace ? "-" : String($0) }.joined(),
        ]
        return fields.map(field).joined(separator: "\t") + "\n"
    }

    private static func html(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            // A cloze or a template of Anki's would begin here.
            case "{": out += "&#123;"
            case "\n", "\r\n", "\r", "\u{2028}", "\u{2029}": out += "<br>"
            case "\t": out += " "
            case "\0": break
            default: out.append(character)
            }
        }
        return out
    }

    private static func field(_ text: String) -> String {
        let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        guard line.utf8.contains(UInt8(ascii: "\"")) || line.hasPrefix("#") else { return line }
        return "\""
            + line.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).map(
                Substring.init
            )
            .joined(separator: "\"\"") + "\""
    }
}
