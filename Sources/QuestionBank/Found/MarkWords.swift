/// The words with which documents mark a question and an answer, in the languages that documents are found in.
enum MarkWords {
    /// Before a number, a colon, or both: `Frage 2:`, `Pregunta:`, `Вопрос 3.`.
    static let question = WordList([
        "question", "scenario", "ques", "que", "interviewer", "prompt",
        "frage", "pregunta", "pergunta", "domanda", "vraag", "pytanie", "soru", "otázka", "otazka", "fråga",
        "spørgsmål", "spørsmål", "kysymys", "întrebare", "intrebare", "kérdés", "kerdes", "câu hỏi",
        "pertanyaan",
        "вопрос", "питання", "въпрос", "ερώτηση", "问题", "問題", "题目", "題目", "質問", "质问", "设问", "問", "问",
        "질문", "문제", "سؤال", "السؤال", "س", "שאלה", "प्रश्न",
    ])

    /// Before a mark, or alone on a line.
    static let answer = WordList([
        "answers", "answer guide", "answer key", "answer outline", "answer", "ans", "solution", "view answer",
        "sample answer", "expected answer", "model answer", "possible answer", "show answer",
        "suggested answer",
        "example answer", "short answer", "correct answer", "right answer", "best answer", "good answer",
        "sample response", "suggested response", "expected response", "response", "candidate", "reply",
        "antwort", "musterantwort", "lösung", "respuesta correcta", "respuesta", "solución", "resposta",
        "risposta",
        "réponse", "reponse", "solution", "antwoord", "odpowiedź", "cevap", "yanıt", "odpověď", "svar",
        "vastaus",
        "răspuns", "raspuns", "válasz", "trả lời", "đáp án", "jawaban",
        "правильный ответ", "ответ", "відповідь", "отговор", "απάντηση", "正确答案", "正確答案", "参考答案", "參考答案",
        "答案", "回答例", "模範解答", "回答", "解答", "答", "正解", "정답", "답변", "답", "الإجابة", "إجابة", "الجواب", "جواب",
        "ج",
        "תשובה", "उत्तर",
    ])

    /// Words of headings that must not be followed by anything: "The answer" in a flashcard of a note program.
    static let answerTitles: Set<String> = ["the answer", "back", "your answer"]
}

/// Words to be found at the beginning of a text, in any case.
struct WordList {
    /// By their first byte in lower case, longer ones first.
    private let byFirst: [[[UInt8]]]

    init(_ words: [String]) {
        var byFirst = [[[UInt8]]](repeating: [], count: 256)
        for word in words {
            // Letters beyond ASCII are compared as they stand: in small, in capitals, and with a capital first.
            var forms = [word]
            if word.utf8.contains(where: { $0 >= 0x80 }) {
                forms += [word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()]
            }
            for form in Set(forms) {
                let bytes = form.utf8.map(\.lowercased)
                if let first = bytes.first { byFirst[Int(first)].append(bytes) }
            }
        }
        self.byFirst = byFirst.map { $0.sorted { $0.count > $1.count } }
    }

    /// What follows the longest of the words that the text begins with; a word of letters must end there.
    func after(_ text: Bytes) -> Bytes? {
        guard let first = text.first else { return nil }
        for word in byFirst[Int(first.lowercased)] where text.count >= word.count {
            guard zip(text, word).allSatisfy({ $0.lowercased == $1 }) else { continue }
            return text.dropFirst(word.count)
        }
        return nil
    }
}

extension Bytes {
    /// A colon, be it of full width.
    func droppingColon() -> Bytes? {
        if first == UInt8(ascii: ":") { return dropFirst() }
        return starts(with: [0xEF, 0xBC, 0x9A]) ? dropFirst(3) : nil
    }
}
