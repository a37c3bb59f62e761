import HubStage
import Interviews
import Testing
import WebSockets
import Wire

@testable import Greenroom

/// Who guesses rooms' codes gets nowhere, from one address or from many, and stands in nobody's way.
struct GuessingTests {
    private func comes(_ number: Int, from address: String, to room: inout RoomOnStage) {
        room.stage.handle(
            .connected(RoomOnStage.connection(number), visitor: "visitor \(number)", address: address))
    }

    /// - Returns: the code of the refusal, or `nil` for whoever is in the room.
    private func join(
        _ number: Int, with code: String, password: String? = nil, in room: inout RoomOnStage
    ) throws -> RefusalCode? {
        let connection = RoomOnStage.connection(number)
        let secret = try #require(RoomOnStage.secret(number))
        var join = ClientMessage.Join(ref: ref("join"), code: code, secret: secret, name: "C\(number)")
        join.password = password
        room.stage.say(.join(join), on: connection)
        try room.stage.commit()
        let replies = room.stage.heard(connection).filter { $0.joined != nil || $0.refused != nil }
        #expect(replies.count == 1)
        return replies.first?.refused?.code
    }

    @Test func eachOfManyAddressesHasAFewTriesAndWhoHasTheCodeComesIn() throws {
        var room = try RoomOnStage(joining: 0)
        var codes: [RefusalCode?: Int] = [:]
        for number in 1...500 {
            comes(number, from: "192.0.2.\(number)", to: &room)
            for guess in 0..<20 {
                let code = try join(number, with: "0000-\(1000 + guess)", in: &room)
                codes[code, default: 0] += 1
            }
        }
        #expect(codes == [.noSuchRoom: 500 * 8, .tooManyTries: 500 * 12])
        comes(501, from: "198.51.100.1", to: &room)
        #expect(try join(501, with: room.code, in: &room) == nil)
    }

    @Test func whoGuessesBehindOnesOwnAddressLocksNobodyElseOutThere() throws {
        var room = try RoomOnStage(joining: 0)
        let address = "192.0.2.1"
        comes(1, from: address, to: &room)
        for guess in 0..<20 { _ = try join(1, with: "0000-\(1000 + guess)", in: &room) }
        #expect(try join(1, with: room.code, in: &room) == .tooManyTries)
        comes(2, from: address, to: &room)
        #expect(try join(2, with: room.code, in: &room) == nil)
    }

    @Test func aCrowdThatGuessesBehindOnesOwnAddressLocksNobodyOutThereEither() throws {
        var room = try RoomOnStage(joining: 0)
        let address = "192.0.2.1"
        for number in 1...100 {
            comes(number, from: address, to: &room)
            for guess in 0..<8 { _ = try join(number, with: "0000-\(1000 + guess)", in: &room) }
        }
        #expect(try join(100, with: room.code, in: &room) == .tooManyTries)
        // A code is looked at once, right or wrong; a password, which is shorter, is not.
        comes(101, from: address, to: &room)
        #expect(try join(101, with: room.code, password: "x", in: &room) == .tooManyTries)
        #expect(try join(101, with: room.code, in: &room) == nil)
        comes(102, from: address, to: &room)
        #expect(try join(102, with: "0000-1000", in: &room) == .noSuchRoom)
        #expect(try join(102, with: room.code, in: &room) == .tooManyTries)
    }
}
