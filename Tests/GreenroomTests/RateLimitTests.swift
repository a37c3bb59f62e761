import HubStage
import Interviews
import Testing
import WebSockets
import Wire

@testable import Greenroom

struct RateLimitTests {
    private let second = UInt64(1_000_000_000)
    private let carl = ConnectionID(place: 3, generation: 1)

    private func limits(_ kind: RequestLimits.Kind, _ rates: [RequestLimits.Scope: Rate]) -> RequestLimits {
        var limits = RequestLimits()
        for scope in RequestLimits.Scope.allCases { limits[kind, scope] = rates[scope] }
        return limits
    }

    @Test func aConnectionHasItsBurstAndThenItsRate() {
        var rates = RateLimits(limits(.opening, [.connection: Rate(burst: 2, perSecond: 1)]))
        let asker = RateLimits.Asker(connection: ann)
        func open(at seconds: UInt64) -> RateLimits.Hit? {
            rates.take([.init(.opening)], by: asker, at: seconds * second)
        }
        #expect(open(at: 0) == nil)
        #expect(open(at: 0) == nil)
        #expect(open(at: 0) == .init(kind: .opening, scope: .connection, retryAfter: 1))
        #expect(open(at: 1) == nil)
        #expect(open(at: 1)?.retryAfter == 1)
    }

    @Test func whatTheNarrowestLimitRefusesCostsNobodyElse() {
        var rates = RateLimits(
            limits(
                .opening,
                [
                    .connection: Rate(burst: 1, perSecond: 1), .visitor: Rate(burst: 2, perSecond: 1),
                    .address: Rate(burst: 3, perSecond: 1),
                ]))
        func open(_ connection: ConnectionID, _ visitor: String) -> RequestLimits.Scope? {
            let asker = RateLimits.Asker(connection: connection, visitor: visitor, address: "192.0.2.1")
            return rates.take([.init(.opening)], by: asker, at: 0)?.scope
        }
        #expect(open(ann, "a") == nil)
        for _ in 0..<10 { #expect(open(ann, "a") == .connection) }
        #expect(open(bob, "a") == nil)
        #expect(open(carl, "a") == .visitor)
        #expect(open(ConnectionID(place: 4, generation: 1), "b") == nil)
        #expect(open(ConnectionID(place: 5, generation: 1), "c") == .address)
    }

    @Test func whoComesFromThisMachineHasNoAddress() {
        var rates = RateLimits(limits(.opening, [.address: Rate(burst: 1, perSecond: 1)]))
        for _ in 0..<100 {
            #expect(rates.take([.init(.opening)], by: .init(connection: ann), at: 0) == nil)
        }
    }

    @Test func whatIsMoreThanThereEverIsIsTakenFromAFullBucket() {
        var rates = RateLimits(limits(.keeping, [.connection: Rate(burst: 10, perSecond: 1)]))
        #expect(rates.take([.init(.keeping, 1000)], by: .init(connection: ann), at: 0) == nil)
        #expect(rates.take([.init(.keeping, 5)], by: .init(connection: ann), at: 0)?.retryAfter == 5)
    }

    @Test func accountsAreBounded() {
        var rates = RateLimits(RequestLimits(), mostAccounts: 100)
        for place in UInt32(0)..<10_000 {
            let asker = RateLimits.Asker(
                connection: ConnectionID(place: place, generation: 1), visitor: "\(place)",
                address: "\(place)")
            _ = rates.take([.init(.messages)], by: asker, at: UInt64(place) * 1_000_000)
            #expect(rates.count <= 102)
        }
    }

    @Test func anOperatorWhoTakesMoreConnectionsOfAnAddressTakesMoreOfItsRequests() {
        let (usual, twice) = (RequestLimits(), RequestLimits(connectionsPerAddress: 4000))
        for kind in RequestLimits.Kind.allCases where kind != .refusals {
            let (one, two) = (usual[kind, .address], twice[kind, .address])
            #expect(two?.burst == one.map { $0.burst * 2 })
            #expect(usual[kind, .visitor] == twice[kind, .visitor])
        }
    }

    // Through the hub

    @Test func whoAsksTooFastIsToldWhenToComeBack() throws {
        var stage = Stage()
        stage.handle(.connected(ann, address: "192.0.2.1"))
        _ = stage.heard()
        var codes: [RefusalCode?: Int] = [:]
        for number in 0..<50 {
            stage.say(.open(.init(ref: ref("\(number)"), count: 1, pace: .instant)))
            try stage.commit()
            let replies = stage.heard().filter { $0.opened != nil || $0.refused != nil }
            #expect(replies.count == 1)
            codes[replies.first?.refused?.code, default: 0] += 1
            if let refused = replies.first?.refused, refused.code == .tooFast {
                #expect(refused.ref == ref("\(number)"))
                #expect(refused.retryAfter == 1)
            }
            // Makes room for the next one.
            if let opened = replies.first?.opened {
                stage.say(.end(.init(ref: ref("end\(number)"), interview: opened.interview)))
                try stage.commit()
                _ = stage.heard()
            }
        }
        #expect(codes == [nil: 20, .tooFast: 30])
        #expect(stage.observations.contains(.limited(.opening, .connection, address: "192.0.2.1")))
        stage.now.milliseconds += 1000
        stage.say(.open(.init(ref: ref("later"), count: 1, pace: .instant)))
        try stage.commit()
        #expect(stage.heard().compactMap(\.opened).count == 1)
    }

    @Test func whoDoesNotStopIsDisconnected() {
        var stage = Stage()
        stage.handle(.connected(ann))
        _ = stage.heard()
        for number in 0..<700 { stage.handle(.received(#"{"type":"dance","ref":"r\#(number)"}"#, on: ann)) }
        let refused = stage.heard().compactMap(\.refused)
        #expect(refused.map(\.ref) == (0..<700).map { ref("r\($0)") })
        #expect(refused.prefix(300).allSatisfy { $0.code == .unknownType })
        #expect(refused.dropFirst(300).allSatisfy { $0.code == .tooFast })
        #expect(stage.closed.first == ann)
        #expect(stage.closed.count == 100)
    }

    @Test func aLectureHallBehindOneAddressDoesEverythingInTheSameSecond() throws {
        var stage = Stage()
        var seats: [(ConnectionID, ServerMessage.Opened)] = []
        for place in UInt32(1)...500 {
            let connection = ConnectionID(place: place, generation: 7)
            stage.handle(.connected(connection, visitor: "v\(place)", address: "192.0.2.1"))
            stage.say(.open(.init(ref: ref("o"), count: 1, seed: "s", pace: .instant)), on: connection)
            try stage.commit()
            seats.append((connection, try #require(stage.heard(connection).compactMap(\.opened).first)))
        }
        let text = String(repeating: "It prevents overfitting. ", count: 40)
        for (connection, opened) in seats {
            stage.say(
                .answer(.init(ref: ref("a"), interview: opened.interview, question: 0, text: text)),
                on: connection)
        }
        try stage.commit()
        for (connection, _) in seats { #expect(stage.heard(connection).map(\.kind) == [.answered]) }
    }

    @Test(arguments: [
        (#"{"type":"end","ref":"a.1"}"#, "a.1"), (#"{ "ref" : "a" }"#, "a"), (#"{"x":"\"ref\":\"b\""}"#, nil),
        (#"{"x":"ref","ref":"c"}"#, "c"), (#"{"ref":7}"#, nil), (#"{"ref":"#, nil),
        (#"{"ref":"no way"}"#, nil),
        ("", nil),
    ])
    func aRequestThatIsNotReadKeepsItsName(text: String, name: String?) {
        #expect(ClientMessage.hastyReference(in: text)?.text == name)
    }

    @Test func theLogTellsOfAnAddressOnceAMinute() {
        var notes = LimitNotes()
        func time(_ seconds: Int64) -> Timestamp { Timestamp(milliseconds: seconds * 1000) }
        let isNew = [("a", 60), ("a", 119), ("b", 119), ("a", 120)].map { notes.isNew($0, at: time($1)) }
        #expect(isNew == [true, false, true, true])
        let told = (0..<5000).count { notes.isNew("\($0)", at: time(121)) }
        #expect(told == LimitNotes.mostAddresses - 1)
    }
}
