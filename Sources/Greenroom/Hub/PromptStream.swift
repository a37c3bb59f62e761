import Interviews
import WebSockets

/// A prompt that is being spoken: what is left of it, and to whom.
struct PromptStream {
    let number: Int
    let question: Int
    /// The notice that follows when all is said.
    let notice: Notice
    var listeners: Set<ConnectionID>
    var rest: ArraySlice<Piece>

    /// A few words that appear together, and the time that speaking them takes.
    struct Piece: Hashable {
        var text: String
        var duration: Duration
    }
}

extension PromptStream.Piece {
    /// Cuts a prompt into pieces of about three words; together they are the prompt, character by character.
    static func pieces(of prompt: String, at pace: Settings.Pace) -> [PromptStream.Piece] {
        guard let perWord = pace.millisecondsPerWord.map(Duration.milliseconds) else { return [] }
        var pieces: [PromptStream.Piece] = []
        var text = ""
        var words = 0
        var wasInWord = false
        for character in prompt {
            let isInWord = !character.isWhitespace
            if isInWord && !wasInWord {
                if words >= 3 || words > 0 && text.endsSentence {
                    pieces.append(
                        PromptStream.Piece(text: text, duration: duration(of: text, words, perWord)))
                    (text, words) = ("", 0)
                }
                words += 1
            }
            text.append(character)
            wasInWord = isInWord
        }
        if !text.isEmpty {
            pieces.append(PromptStream.Piece(text: text, duration: duration(of: text, words, perWord)))
        }
        return pieces
    }

    /// A sentence ends with a pause of two words.
    private static func duration(of text: String, _ words: Int, _ perWord: Duration) -> Duration {
        perWord * (words + (text.endsSentence ? 2 : 0))
    }
}

extension String {
    fileprivate var endsSentence: Bool {
        guard let last = last(where: { !$0.isWhitespace }) else { return false }
        return last == "." || last == "?" || last == "!"
    }
}
