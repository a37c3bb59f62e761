import Interviews
import Wire

/// What a candidate is shown of a room.
extension Feedback {
    static func opening(
        _ opened: ServerMessage.Opened, _ rules: RoomView, _ titles: String,
        _ manner: CandidateSession.Manner
    ) -> [Line] {
        let code = opened.code?.text ?? ""
        return [
            Line("Room \(code): \(Words.plural(opened.count, "question")) on \(titles)", .strong, hanging: 2)
        ] + (Words.manner(of: opened) + Words.rules(rules)).map { Line($0, .quiet) }
            + (manner.isConversation ? [Line(Words.howToAnswer, .quiet)] : []) + [.empty]
    }

    /// What the room said, point by point.
    static func phrases(_ phrases: ServerMessage.Phrases, own: SeatID?) -> [Line] {
        phrases.points.flatMap { point -> [Line] in
            if point.misconception {
                // Kindly, and without names.
                return point.hit == 0 ? [] : [Line(Words.misheld(point.hit, point.head), hanging: 2)]
            }
            return [
                Line(
                    [
                        .init(text: point.head, style: .strong),
                        .init(text: " " + Words.saidBy(point.hit, point.partial), style: .quiet),
                    ], hanging: 2)
            ]
                + point.phrases.prefix(mostPhrases).map { phrase in
                    let name = phrase.seat != nil && phrase.seat == own ? Words.you : phrase.name
                    return Line(
                        [
                            .init(text: "“\(phrase.text.replacing("\n", with: " "))”", style: nil),
                            .init(text: name.map { " " + $0 } ?? "", style: .quiet),
                        ], indent: 2, hanging: 4)
                }
        } + [.empty]
    }

    /// How many phrasings of a point there are on a screen.
    private static let mostPhrases = 6

    static func said(_ said: ServerMessage.Said, in room: RoomTalk) -> [Line] {
        let name = room.name(of: said.seat) + (said.to == .hosts ? Words.toTheHosts : "")
        return [
            Line(
                [
                    .init(text: name + ": ", style: .strong),
                    .init(text: said.text.replacing("\n", with: " "), style: nil),
                ], hanging: 2)
        ]
    }

    static func people(_ room: RoomTalk) -> [Line] {
        let people = room.people
        let rest = people.count - mostPeople
        return people.prefix(mostPeople).map { one in
            let facts = [
                one.role == .candidate ? nil : Words.role(one.role), one.seat == room.own ? Words.you : nil,
                one.here ? nil : Words.notHere,
            ].compactMap(\.self)
            return Line(
                [
                    .init(text: room.name(of: one.seat), style: nil),
                    .init(text: facts.isEmpty ? "" : " " + facts.joined(separator: ", "), style: .quiet),
                ], indent: 2, hanging: 4)
        } + (rest > 0 ? [Line(Words.andMore(rest), .quiet, indent: 2)] : []) + [.empty]
    }

    /// How many names there are on a screen.
    private static let mostPeople = 40
}
