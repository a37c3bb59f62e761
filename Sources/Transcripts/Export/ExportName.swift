import Interviews
import QuestionBank

/// What a transcript's file is called: `2026-11-26-networks-0123456789abcdef-c1.md`. Nothing in it comes from a person but
/// letters and digits.
public enum ExportName {
    public static func of(_ transcript: Transcript, _ ending: String) -> String {
        let topics = transcript.topics.prefix(3).map { slug($0.title) }.filter { !$0.isEmpty }
        let parts = [String(transcript.opened.rfc3339.prefix(10))] + topics
        // People of a room have a file each.
        let seat = transcript.room == nil ? [] : [slug(transcript.seat.text)]
        return (parts + [transcript.interview.text] + seat).joined(separator: "-") + "." + ending
    }

    private static func slug(_ text: String) -> String {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return String(words.joined(separator: "-").prefix(32))
    }
}
