import Interviews
import QuestionBank
import WebSockets
import Wire

extension Hub {
    /// Tells everybody concerned. A prompt is spoken; whatever happens meanwhile cuts it short, so that
    /// messages come in the order of the log.
    mutating func tell(_ notice: Notice, in id: InterviewID) {
        finishSpeaking(id)
        guard let interview = held[id] else { return }
        if case .asked(let question) = notice.content, startSpeaking(notice, question, in: id) { return }
        for (connection, seat) in interview.listeners where notice.concerns(seat) {
            if let message = ServerMessage(notice, for: seat, of: interview.committed, at: now) {
                send(message, to: connection)
            }
        }
    }

    /// `false` where there is nothing to spread over time.
    private mutating func startSpeaking(_ notice: Notice, _ question: Int, in id: InterviewID) -> Bool {
        guard var interview = held[id], let opening = interview.committed.opening,
            !interview.listeners.isEmpty
        else { return false }
        let pieces = PromptStream.Piece.pieces(
            of: opening.questions[question].prompt, at: opening.settings.pace)
        guard !pieces.isEmpty else { return false }
        interview.streamCount += 1
        interview.stream = PromptStream(
            number: interview.streamCount, question: question, notice: notice,
            listeners: Set(interview.listeners.keys), rest: pieces[...])
        held[id] = interview
        let head = ServerMessage.QuestionHead(question, of: interview.committed, withPrompt: false)
        for connection in interview.listeners.keys {
            send(.asking(.init(interview: id, question: head)), to: connection)
        }
        speak(id, stream: interview.streamCount)
        return true
    }

    /// Says the next few words and asks to be woken for those after them.
    mutating func speak(_ id: InterviewID, stream number: Int) {
        guard var stream = held[id]?.stream, stream.number == number else { return }
        guard let piece = stream.rest.popFirst() else { return finishSpeaking(id) }
        held[id]?.stream = stream
        for connection in stream.listeners {
            send(
                .delta(.init(interview: id, question: stream.question, text: piece.text)), to: connection)
        }
        effects.append(.wake(.speak(id, stream: number), after: piece.duration))
    }

    /// Gives the whole prompt to those who were listening.
    private mutating func finishSpeaking(_ id: InterviewID) {
        guard let interview = held[id], let stream = interview.stream else { return }
        held[id]?.stream = nil
        for connection in stream.listeners {
            guard let seat = interview.listeners[connection],
                let message = ServerMessage(stream.notice, for: seat, of: interview.committed, at: now)
            else { continue }
            send(message, to: connection)
        }
    }
}
