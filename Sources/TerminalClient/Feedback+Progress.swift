import Wire

extension Feedback {
    /// What this visitor keeps missing, topic by topic.
    static func progress(_ progress: ServerMessage.Progress) -> [Line] {
        guard progress.points > 0 else { return [Line(Words.noProgress, .quiet), .empty] }
        let width = progress.topics.map { $0.title.printable.columns }.max() ?? 0
        return [
            Line(
                "Due today: \(Words.plural(progress.due.points, "key point")) "
                    + "in \(Words.plural(progress.due.questions, "question"))", .strong)
        ]
            + progress.topics.map { topic in
                let (state, style) = topic.state.words
                return Line(
                    [
                        .init(text: topic.title.padding(to: width) + "  ", style: nil),
                        .init(text: state.padding(to: 9), style: style),
                        .init(text: "  \(topic.due) due of \(topic.points)", style: .quiet),
                    ], indent: 2, hanging: 4)
            } + [.empty]
    }
}

extension ServerMessage.Progress.State {
    fileprivate var words: (String, Line.Style) {
        switch self {
        case .ready: ("ready", .good)
        case .improving: ("improving", .middling)
        case .notYet: ("not yet", .quiet)
        }
    }
}
