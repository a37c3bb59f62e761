public import Interviews

/// What is left of the time, to be counted down from the moment it arrives.
public struct ClockView: Hashable, Sendable, Codable {
    /// In milliseconds.
    public var remaining: Int64
    public var running: Bool
    public var per: Settings.TimeLimit.Scope

    /// - Parameter seat: whose clock; `nil` for everybody's.
    package init?(_ interview: Interview, for seat: SeatID?, at now: Timestamp?) {
        guard let now, let clock = seat.map(interview.clock(of:)) ?? interview.clock else { return nil }
        (remaining, running, per) = (clock.remaining(at: now), clock.isRunning, clock.per)
    }
}

extension ServerMessage {
    /// A question that was asked before is the current one again.
    public struct Reopened: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var question: Int
        public var clock: ClockView?
    }

    /// `paused` and `continued`.
    public struct ClockChanged: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var clock: ClockView?
    }

    public struct Extended: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var seconds: Int
        public var clock: ClockView?
    }

    /// The time is up.
    public struct Closed: Hashable, Sendable, Codable {
        /// Absent where time closed the answers.
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var question: Int
        public var per: Settings.TimeLimit.Scope
        public var clock: ClockView?
    }
}

/// How many turns topics get, as an object with its members in the order of their names.
public struct TopicWeights: Hashable, Sendable, Codable {
    public var weights: [String: Int]

    init?(_ weights: [String: Int]) {
        guard !weights.isEmpty else { return nil }
        self.weights = weights
    }

    public init(from decoder: any Decoder) throws {
        weights = try [String: Int](from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        for (name, weight) in weights.sorted(by: { $0.key < $1.key }) {
            try container.encode(weight, forKey: Name(stringValue: name))
        }
    }

    private struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) {
            nil
        }
    }
}
