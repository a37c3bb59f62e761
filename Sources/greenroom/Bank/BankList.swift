import ArgumentParser
import Marking
import QuestionBank

/// `greenroom bank list`
struct BankList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists topics, or the questions that hold a word.")

    @OptionGroup var options: BankOptions

    @Argument(help: "Lists the questions whose text, tags or key points hold all of these words.")
    var words: [String] = []

    @Option(help: "Lists the questions of this topic.")
    var topic: String?

    private var wish: String {
        let text = words.map(\.debugDescription).joined(separator: " and ")
        guard let topic else { return text }
        return "topic \(topic.debugDescription)" + (words.isEmpty ? "" : " and \(text)")
    }

    func run() throws {
        let bank = try options.load().bank
        guard topic == nil, words.isEmpty else {
            let found = bank.questions.filter { (topic == nil || $0.topic == topic) && $0.holds(words) }
            for question in found {
                print("\(Terminal.styled(question.id, .bold))  \(question.prompt.prefix { !$0.isNewline })")
            }
            guard !found.isEmpty else {
                Terminal.complain("greenroom: no question holds \(wish)")
                throw ExitCode(1)
            }
            return
        }
        let width = bank.topics.map(\.id.count).max() ?? 0
        for topic in bank.topics {
            let count = bank.questions.count { $0.topic == topic.id }
            let name = topic.id.padding(to: width)
            print("\(name)  \(String(count).padding(to: 4, atEnd: false))  \(topic.title)")
        }
    }
}

extension Question {
    fileprivate func holds(_ words: [String]) -> Bool {
        let text = ([prompt] + tags + keyPoints.flatMap { [$0.head, $0.gist] }).joined(separator: "\n")
            .lowercased()
        return words.allSatisfy { text.contains($0.lowercased()) }
    }
}

extension String {
    /// Filled up with blanks to a width in characters.
    func padding(to width: Int, atEnd: Bool = true) -> String {
        let blanks = String(repeating: " ", count: max(0, width - count))
        return atEnd ? self + blanks : blanks + self
    }
}
