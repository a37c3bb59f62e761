/// Who may ask for what at which moment of a room that its hosts move on, and what comes of it.
///
/// A line names a request, who asks, and what each is answered at every moment in their order, or at all of them: the
/// type of the reply, `!` and the code of the refusal, or `-` where nothing comes back.
struct RoomTable {
    enum Moment: CaseIterable {
        case lobby, answering, closed, shown, paused, ended
    }

    enum Who: String, CaseIterable {
        case host, coHost, candidate, follower, spectator, removed, banned, stranger

        static let everyone = allCases.filter { $0 != .follower }
        /// Where ``candidate`` is the one who answers.
        static let inTheHotSeat: [Who] = [.host, .coHost, .candidate, .follower, .spectator, .stranger]

        static func named(_ name: Substring) -> [Who] {
            switch name {
            case "all": allCases
            case "hosts": [.host, .coHost]
            case "guests": [.candidate, .follower, .spectator]
            case "seated": named("hosts") + named("guests")
            case "outside": [.removed, .banned, .stranger]
            default: [Who(rawValue: String(name))].compactMap(\.self)
            }
        }
    }

    struct Outcomes {
        var moments: [Moment]
        var cells: [String]

        subscript(moment: Moment) -> String? {
            cells.count == 1 ? cells[0] : zip(moments, cells).first { $0.0 == moment }?.1
        }
    }

    private var outcomes: [String: [Who: Outcomes]] = [:]

    init(_ text: String, moments: [Moment] = Moment.allCases) {
        for line in text.split(separator: "\n") {
            let columns = line.split(separator: " ")
            guard columns.count > 2 else { continue }
            for who in Who.named(columns[1]) {
                outcomes[String(columns[0]), default: [:]][who] = Outcomes(
                    moments: moments, cells: columns[2...].map(String.init))
            }
        }
    }

    /// Those that it has lines for.
    var named: Set<String> { Set(outcomes.keys) }

    subscript(request: String, who: Who) -> Outcomes? { outcomes[request]?[who] }
}
