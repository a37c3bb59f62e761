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
    }

    public struct TopicSummary: Hashable, Sendable, Codable {
        public var id: String
        public var title: String
        /// How many of its questions can be asked; at least 1.
        public var questions: Int
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
        let counts = Dictionary(grouping: askable, by: \.topic).mapValues(\.count)
        self.init(
            hash: bank.hash, questions: askable.count,
            topics: bank.topics.compactMap { topic in
                counts[topic.id].map {
                    ServerMessage.TopicSummary(id: topic.id, title: topic.title, questions: $0)
                }
            })
    }
}
