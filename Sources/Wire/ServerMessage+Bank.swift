import Interviews
package import QuestionBank

extension ServerMessage {
    /// The first message on every connection: what there is to practise, and the limits.
    public struct Welcome: Hashable, Sendable, Codable {
        /// The name of the protocol.
        public var `protocol`: String
        /// The server's version.
        public var version: String
        public var bank: BankSummary
        public var limits: Limits
        /// Who may open rooms; absent where nobody may.
        public var hosting: Hosting?
    }

    public struct BankSummary: Hashable, Sendable, Codable {
        /// ``Bank/hash``
        public var hash: String
        /// How many questions can be asked.
        public var questions: Int
        public var topics: [TopicSummary]
        /// Interviews that the bank suggests; absent where it suggests none.
        public var presets: [PresetSummary]?
    }

    /// An interview that a bank suggests.
    public struct PresetSummary: Hashable, Sendable, Codable {
        public var title: String
        /// ``Topic/id``s; at least one.
        public var topics: [String]
        /// How long it takes; absent where ``count`` says it.
        public var minutes: Int?
        public var count: Int?
    }

    public struct TopicSummary: Hashable, Sendable, Codable {
        public var id: String
        public var title: String
        /// How many of its questions can be asked; at least 1.
        public var questions: Int
        /// The title of the group that the bank puts it into; absent where there is none.
        public var group: String?
        /// What all its questions are written in, as a BCP 47 code; absent for English, or where they differ.
        public var lang: String?
    }

    public struct Limits: Hashable, Sendable, Codable {
        /// The longest answer, in UTF-16 code units.
        public var answer: Int
        /// The longest message to the server, in bytes.
        public var message: Int
        /// The most questions in an interview.
        public var count: Int
    }

    /// A topic as it is named beside a question.
    public struct TopicName: Hashable, Sendable, Codable {
        public var id: String
        public var title: String
        /// What the questions of it that are asked are written in, as a BCP 47 code; absent for English, where they
        /// differ, and beside a question, which says it itself.
        public var lang: String?
    }
}

/// Who may open rooms.
public enum Hosting: String, Hashable, Sendable, Codable, CaseIterable {
    case open
    /// Whoever knows the operator's key.
    case key
    case off
}

extension ServerMessage.Welcome {
    package init(_ bank: Bank, hosting: Hosting) {
        self.init(
            protocol: Product.subprotocol, version: Product.version, bank: ServerMessage.BankSummary(bank),
            limits: ServerMessage.Limits(
                answer: Interview.maximumAnswerLength, message: Product.maximumMessageSize,
                count: Settings.maximumCount), hosting: hosting == .off ? nil : hosting)
    }
}

extension ServerMessage.BankSummary {
    package init(_ bank: Bank) {
        let askable = bank.askable
        let byTopic = Dictionary(grouping: askable, by: \.topic)
        let presets = bank.guide.presets.compactMap { preset -> ServerMessage.PresetSummary? in
            let topics = preset.topics.filter { byTopic[$0] != nil }
            guard !topics.isEmpty else { return nil }
            return switch preset.length {
            case .minutes(let minutes):
                ServerMessage.PresetSummary(title: preset.title, topics: topics, minutes: minutes)
            case .questions(let count):
                ServerMessage.PresetSummary(title: preset.title, topics: topics, count: count)
            }
        }
        self.init(
            hash: bank.hash, questions: askable.count,
            topics: bank.topicsInGroups.compactMap { topic in
                byTopic[topic.id].map { questions in
                    let languages = Set(questions.map(\.language))
                    return ServerMessage.TopicSummary(
                        id: topic.id, title: topic.title, questions: questions.count,
                        group: bank.guide.group(of: topic.id),
                        lang: languages.count == 1 ? questions[0].language : nil)
                }
            }, presets: presets.isEmpty ? nil : presets)
    }
}
