import Interviews
import Transcripts
import WebSockets
import Wire

extension Hub {
    /// Looks for the room with a code, and lets whoever asks come in if it may.
    mutating func join(_ join: ClientMessage.Join, on connection: ConnectionID) {
        let isCode = join.password?.isEmpty ?? true
        guard mayGuess(join.ref, isCode: isCode, on: connection) else { return }
        guard let code = RoomCode(join.code) else { return refuseRoom(join.ref, on: connection) }
        let joining: Joining
        do {
            joining = try Joining(join, visitor: sessions[connection]?.visitor)
        } catch {
            return refuse(.badName(join.ref), to: connection)
        }
        let request = Request(
            connection: connection, ref: join.ref, wish: .join(joining, token: join.secret.text))
        lastTicket += 1
        searches[lastTicket] = request
        effects.append(.find(code, for: lastTicket))
    }

    mutating func found(_ ticket: UInt64, _ result: Result<InterviewID?, StoreError>) {
        guard let request = searches.removeValue(forKey: ticket) else { return }
        switch result {
        case .success(let id?): take(request, for: id)
        case .success(nil): refuseRoom(request.ref, on: request.connection)
        case .failure(let error):
            refuse(.notSearched(request.ref, error), to: request.connection)
        }
    }

    mutating func carryOut(_ joining: Joining, token: String, for request: Request, in id: InterviewID) {
        guard held[id] != nil, let session = sessions[request.connection] else { return }
        // It may have become another's while the room was looked for.
        var joining = joining
        joining.visitor = session.visitor
        guard hasRoom(for: id, on: request.connection), !isDeparting(request.connection) else {
            return refuse(.busy(request, id), to: request.connection)
        }
        do {
            guard let event = try seat(for: joining, request.ref, in: id) else {
                return comeIn(request, by: .secret(token), after: 0, in: id)
            }
            if case .seatTaken(let taken) = event { held[id]?.room.joining.insert(taken.seat.id) }
            commit([event], for: request, in: id)
        } catch {
            if error == .wrongPassword { countGuess(on: request.connection) }
            switch error {
            case .notFound: refuseRoom(request.ref, on: request.connection)
            default: refuse(Refused(error, ref: request.ref, interview: nil), to: request.connection)
            }
        }
    }

    private func seat(
        for joining: Joining, _ ref: Reference, in id: InterviewID
    ) throws(Refusal) -> Event? {
        guard let interview = held[id] else { throw .notFound }
        return try interview.confirmed.join(joining, ref: ref) { interview.room.joining.contains($0) }
    }

    private mutating func refuseRoom(_ ref: Reference, on connection: ConnectionID) {
        countGuess(on: connection)
        refuse(.noSuchRoom(ref), to: connection)
    }
}

extension Joining {
    fileprivate struct BadName: Error {}

    fileprivate init(_ join: ClientMessage.Join, visitor: String?) throws(BadName) {
        let name = try Self.name(join.name)
        let role = join.role ?? .candidate
        // Only who watches needs no name.
        guard name != nil || role == .spectator else { throw BadName() }
        self.init(
            role: role, name: name, realName: try Self.name(join.realName),
            tokenDigest: SeatToken.digest(of: join.secret.text), visitor: visitor,
            passwordDigest: join.password.flatMap { $0.isEmpty ? nil : SeatToken.digest(of: $0) })
    }

    private static func name(_ raw: String?) throws(BadName) -> SeatName? {
        guard let raw, !raw.isEmpty else { return nil }
        guard let name = SeatName(raw) else { throw BadName() }
        return name
    }
}
