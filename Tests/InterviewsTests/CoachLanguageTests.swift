import Interviews
import Marking
import QuestionBank
import Testing

/// What the coach makes up is in the question's language.
struct CoachLanguageTests {
    private func rehearsal(_ language: String?) throws -> Rehearsal {
        let question = Question(
            id: "netze/q", topic: "netze", prompt: "Wie lernt ein Netz, und wann hört man auf?",
            keyPoints: [
                KeyPoint(id: "eins", head: "Eins", gist: "Gradienten werden zurückgeführt"),
                KeyPoint(id: "zwei", head: "Zwei"),
            ], language: language, source: SourceLocation(file: "netze.md", line: 1))
        let bank = Bank(
            topics: [Topic(id: "netze", title: "Netze")], questions: [question], glossary: [], hash: "f00d")
        return try Rehearsal(count: 1, from: bank)
    }

    private func followUps(_ language: String?) throws -> [String] {
        var rehearsal = try rehearsal(language)
        return try ["Das Netz lernt.", "Das Netz lernt, und man hört früh auf."].enumerated().flatMap {
            index, text in
            try rehearsal.perform(.answer(question: 0, text: text), ref: "a\(index)")
        }.compactMap { notice in
            if case .probed(let probed) = notice.content { probed.text } else { nil }
        }
    }

    @Test(arguments: ["de", "de-CH"])
    func inGerman(language: String) throws {
        #expect(try followUps(language).last == "Und was darüber hinaus?")
        #expect(try followUps(language).first?.contains("„wann hört man auf?“") == true)
        var rehearsal = try rehearsal(language)
        try rehearsal.perform(.hint(question: 0), ref: "h1")
        let hints = rehearsal.interview.response(of: candidate, to: 0).hints
        #expect(hints.first?.text.hasPrefix("Es fehlt noch etwas, das mit „") == true)
    }

    @Test(arguments: [nil, "fr"])
    func elseInEnglish(language: String?) throws {
        #expect(try followUps(language).last == "And what beyond that?")
    }
}
