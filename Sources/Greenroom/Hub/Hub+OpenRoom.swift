import Interviews
import WebSockets
import Wire

extension Hub {
    /// Why a room cannot be opened as it is wanted.
    mutating func refusal(
        of room: ClientMessage.Room?, _ ref: Reference, on connection: ConnectionID
    ) -> Refused? {
        guard let room else { return nil }
        switch hosting {
        case .open: break
        case .off: return .hostingOff(ref)
        case .key(let digest):
            guard SeatToken.areEqual(SeatToken.digest(of: room.key ?? ""), digest) else {
                countGuess(on: connection)
                return .wrongKey(ref)
            }
        }
        for name in [room.name, room.realName].compactMap(\.self) where SeatName(name) == nil {
            return .badName(ref)
        }
        // Where each is at another question nobody answers for the others to listen.
        guard room.form != .hotSeat || room.progression != .own else {
            return Refused(UnreadableMessage(code: .badValue, field: "form", ref: ref))
        }
        guard room.password.map({ $0.utf16.count <= ClientMessage.Room.maximumPassword }) ?? true else {
            return Refused(UnreadableMessage(code: .badValue, field: "password", ref: ref))
        }
        return nil
    }

    /// What a room is opened with, under a code that was just drawn; `nil` where somebody practises alone.
    func roomSetup(_ room: ClientMessage.Room?) -> RoomSetup? {
        guard let room else { return nil }
        var rules = RoomRules(progression: room.progression)
        rules.form = room.form ?? rules.form
        rules.names = room.names ?? rules.names
        rules.answers = room.answers ?? rules.answers
        rules.hasChat = room.chat ?? rules.hasChat
        rules.advances = room.advances ?? rules.advances
        rules.reviewSeconds = room.reviewSeconds ?? rules.reviewSeconds
        rules.passwordDigest = room.password.flatMap { $0.isEmpty ? nil : SeatToken.digest(of: $0) }
        return RoomSetup(
            rules: rules, code: RoomCode(drawn: secrets.bytes(8)), hostName: room.name.flatMap(SeatName.init),
            hostRealName: room.realName.flatMap(SeatName.init))
    }
}
