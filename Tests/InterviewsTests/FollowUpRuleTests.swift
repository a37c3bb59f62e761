import Foundation
import Marking
import QuestionBank
import Testing

@testable import Interviews

/// A follow-up question gives the answer away where it holds the point's name, a number of the answer, or more than
/// half of the words that carry it.
struct FollowUpRuleTests {
    private struct GivesAway: CustomStringConvertible {
        var question: String
        var text: String
        var why: String
        var description: String { "\(question): “\(text)” \(why)" }
    }

    private func fault(_ text: String, about point: KeyPoint, of question: Question) -> GivesAway? {
        let asked = ContentWord.words(of: text)
        let stems = Set(asked.map(\.stem))
        let head = Set(ContentWord.words(of: point.head).map(\.stem))
        let prompt = Set(ContentWord.words(of: question.prompt).map(\.stem))
        let statement = ContentWord.words(of: point.head + ". " + point.gist)
        let secret = Set(statement.map(\.stem)).subtracting(prompt)
        func fault(_ why: String) -> GivesAway { GivesAway(question: question.id, text: text, why: why) }
        if !head.isEmpty, head.isSubset(of: stems), !head.isSubset(of: prompt) {
            return fault("names the point")
        }
        let numbers = Set(statement.filter(\.isNumber).map(\.stem)).subtracting(prompt)
        if asked.contains(where: { $0.isNumber && numbers.contains($0.stem) }) {
            return fault("holds a number")
        }
        if stems.intersection(secret).count * 2 > secret.count { return fault("says the point") }
        return nil
    }

    private func firstFollowUps(of question: Question) -> [GivesAway] {
        let coach = Coach(question: question, mark: nil)
        return coach.openPoints.prefix(Coach.maximumProbes).enumerated().compactMap { number, point in
            fault(
                FollowUp(about: point, of: question, after: "", number: number).text, about: point,
                of: question)
        }
    }

    @Test func noneOfTheBuiltInBankGivesItsPointAway() throws {
        let faults = try Bank.builtIn().bank.askable.flatMap(firstFollowUps)
        #expect(faults.isEmpty, "\(faults.map(\.description).joined(separator: "\n"))")
    }

    /// Found documents, whose points were drafted.
    @Test(.enabled(if: samples != nil, "GREENROOM_SAMPLES names no folder of documents"))
    func noneOfFoundDocumentsGivesItsPointAway() throws {
        let folder = try #require(Self.samples) + "/banks/dev"
        let collections = try FileManager.default.contentsOfDirectory(atPath: folder).map {
            folder + "/" + $0
        }
        let bank = try Bank.load(folders: collections).bank
        #expect(bank.askable.count > 500)
        let faults = bank.askable.flatMap(firstFollowUps)
        #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(20).map(\.description))")
    }

    private static let samples = ProcessInfo.processInfo.environment["GREENROOM_SAMPLES"]

    @Test func whatIsMadeUpNeverNamesThePoint() {
        let point = KeyPoint(id: "p", head: "Sixteen gigabytes of weights", gist: "8 billion times two bytes")
        let question = question("How much memory do the weights take?", [point])
        let texts = (0..<3).map { FollowUp(about: point, of: question, after: "No idea", number: $0).text }
        #expect(texts == ["What else belongs to a full answer?", "And what beyond that?", texts[1]])
        #expect(texts.allSatisfy { fault($0, about: point, of: question) == nil })
    }

    @Test(arguments: [
        (
            "It splits the data.",
            "You have not come to this part yet: “when would you rather stop growing it?”"
        ),
        (
            "You stop growing when it overfits.",
            "You have not come to this part yet: “How does a tree split the data?”"
        ),
        ("It splits, and I stop growing it early.", "What else belongs to a full answer?"),
    ])
    func thePartThatWasNotTouchedIsAskedFor(answer: String, text: String) {
        let point = KeyPoint(id: "p", head: "Impurity", gist: "Gini falls most")
        let question = question(
            "How does a tree split the data, and when would you rather stop growing it?", [point])
        #expect(FollowUp(about: point, of: question, after: answer, number: 0).text == text)
    }

    @Test(arguments: [
        "```js\nlog(1); // Do you love it?\nlog(2);\n```", "~~~\nwhat is /* ??\n~~~",
        "    what is it of type ?",
    ])
    func codeIsNoPartOfAQuestion(code: String) {
        let point = KeyPoint(id: "p", head: "Generators", gist: "next resumes the function")
        let question = question("How do we log what stands in the comments?\n\n\(code)", [point])
        let followUp = FollowUp(about: point, of: question, after: "You call it.", number: 0)
        #expect(followUp.text == "What else belongs to a full answer?")
    }

    @Test func aNudgeIsTheRarestWordThatIsNeitherTheHeadsNorTheQuestions() {
        let point = KeyPoint(id: "p", head: "Momentum", gist: "a running average smooths the path")
        let question = question("How does momentum change the path of gradient descent?", [point])
        #expect(Hint(point, step: 1, in: question).text.contains("“smooths”"))
        #expect(Hint(point, step: 2, in: question).text == "Momentum")
    }

    @Test func theHeadOfADraftedPointIsNoHint() {
        let point = KeyPoint(
            id: "p", head: "Gradients vanish in deep stacks", gist: "because the sigmoid saturates")
        var question = question("What goes wrong in deep networks?", [point])
        question.flags = [.draftedKeyPoints]
        let texts = (1...2).map { Hint(point, step: $0, in: question).text }
        #expect(
            texts.allSatisfy { !$0.lowercased().contains("gradients") && !$0.lowercased().contains("vanish") }
        )
        #expect(texts[0] != texts[1])
    }

    private func question(_ prompt: String, _ points: [KeyPoint]) -> Question {
        Question(
            id: "nets/q", topic: "nets", prompt: prompt, keyPoints: points,
            source: SourceLocation(file: "nets.md", line: 1))
    }
}
