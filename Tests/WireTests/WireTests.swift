import Greenroom
import HubStage
import Interviews
import Testing

@testable import Wire

struct WireTests {
    @Test(arguments: [
        ("", RefusalCode.malformed, nil), ("{", .malformed, nil), ("null", .malformed, nil),
        ("[]", .malformed, nil),
        ("\"open\"", .malformed, nil), ("17", .malformed, nil),
        (String(repeating: "[", count: 100_000), .malformed, nil),
        ("{}", .missingField, nil), (#"{"ref":"a"}"#, .missingField, "a"),
        (#"{"type":"dance","ref":"a"}"#, .unknownType, "a"), (#"{"type":7,"ref":"a"}"#, .wrongType, "a"),
        (#"{"type":"end","ref":"a"}"#, .missingField, "a"),
        (#"{"type":"end","interview":"0123456789abcdef"}"#, .missingField, nil),
        (#"{"type":"end","ref":"a b","interview":"0123456789abcdef"}"#, .badValue, nil),
        (#"{"type":"end","ref":"a","interview":"no"}"#, .badValue, "a"),
        (#"{"type":"end","ref":"a","interview":null}"#, .wrongType, "a"),
        (
            #"{"type":"answer","ref":"a","interview":"0123456789abcdef","question":"0","text":"x"}"#,
            .wrongType, "a"
        ),
        (
            #"{"type":"answer","ref":"a","interview":"0123456789abcdef","question":0.5,"text":"x"}"#,
            .badValue, "a"
        ),
        (
            #"{"type":"answer","ref":"a","interview":"0123456789abcdef","question":1e400,"text":"x"}"#,
            .badValue, "a"
        ),
        (#"{"type":"open","ref":"a","topics":"all","count":5,"pace":"natural"}"#, .wrongType, "a"),
        (#"{"type":"open","ref":"a","topics":[],"count":5,"pace":"hasty"}"#, .badValue, "a"),
    ])
    func whatCannotBeReadIsRefusedByName(text: String, code: RefusalCode, name: String?) {
        var stage = Stage()
        stage.handle(.connected(ann))
        _ = stage.heard()
        stage.handle(.received(text, on: ann))
        let refused = stage.heard().compactMap(\.refused)
        #expect(refused.map(\.code) == [code])
        #expect(refused.first?.ref?.text == name)
        #expect(refused.first?.message.isEmpty == false)
    }

    /// Frames that would make arithmetic behind the door overflow, index or allocate without bounds.
    @Test(arguments: [
        #"{"type":"open","ref":"a","topics":[],"count":-1,"pace":"instant","fresh":true}"#,
        #"{"type":"open","ref":"a","topics":[],"count":0,"pace":"instant"}"#,
        #"{"type":"open","ref":"a","topics":[],"count":61,"pace":"instant"}"#,
        #"{"type":"open","ref":"a","topics":[],"count":-9223372036854775808,"pace":"instant","due":true}"#,
        #"{"type":"open","ref":"a","topics":[],"weights":{"nets":9223372036854775807},"pace":"instant"}"#,
        #"{"type":"open","ref":"a","topics":[],"weights":{"nets":0},"pace":"instant","due":true}"#,
        #"{"type":"open","ref":"a","topics":[],"pace":"instant","again":{"interview":"0123456789abcdef","points":[{"question":9223372036854775807,"point":"p"}]}}"#,
        #"{"type":"unskip","ref":"a","interview":"0123456789abcdef","question":9223372036854775807}"#,
        #"{"type":"next","ref":"a","interview":"0123456789abcdef","question":-9223372036854775808}"#,
        #"{"type":"answer","ref":"a","interview":"0123456789abcdef","question":-1,"text":"x"}"#,
        #"{"type":"dispute","ref":"a","interview":"0123456789abcdef","question":0,"attempt":9223372036854775807,"point":"p"}"#,
        #"{"type":"extend","ref":"a","interview":"0123456789abcdef","seconds":9223372036854775807}"#,
        #"{"type":"resume","ref":"a","interview":"0123456789abcdef","token":"t","seq":-9223372036854775808}"#,
        #"{"type":"paste","ref":"a","name":"n","part":0,"parts":9223372036854775807,"text":"x"}"#,
    ])
    func aNumberOutOfBoundsDoesNotComeIn(text: String) {
        var stage = Stage()
        stage.handle(.connected(ann, visitor: "v"))
        _ = stage.heard()
        stage.handle(.received(text, on: ann))
        let refused = stage.heard().compactMap(\.refused)
        #expect(refused.map(\.code) == [.badValue])
        #expect(refused.first?.ref?.text == "a")
    }

    @Test func aBinaryMessageIsRefused() {
        var stage = Stage()
        stage.handle(.connected(ann))
        _ = stage.heard()
        stage.handle(.receivedBinary(on: ann))
        #expect(stage.heard().map(\.refused?.code) == [.malformed])
    }

    @Test func theSameMessageIsTheSameText() throws {
        var texts: Set<String> = []
        for _ in 0..<20 {
            var stage = Stage()
            let id = try stage.open().interview
            stage.say(.answer(.init(ref: ref("a"), interview: id, question: 0, text: "a/b 😀")))
            try stage.commit()
            texts.formUnion(stage.heard().map(\.text))
        }
        #expect(texts.count == 1)
    }

    @Test func theReportShowsNothingOfAQuestionThatWasNotAsked() throws {
        var stage = Stage()
        let id = try stage.open().interview
        stage.say(.end(.init(ref: ref("e"), interview: id)))
        try stage.commit()
        guard case .ended(let ended)? = stage.heard().last else { return #expect(Bool(false)) }
        #expect(ended.report?.questions.map(\.outcome) == [.open, .notAsked, .notAsked])
        #expect(ended.report?.questions.map { $0.prompt == nil } == [false, true, true])
        #expect(ended.report?.questions.map { $0.missed == nil } == [false, true, true])
    }

    /// An interview of any length can be resumed in frames that a slow reader can take.
    @Test func whatWasMissedComesInPages() throws {
        var stage = Stage(limits: RequestLimits(factor: 1000))
        let opened = try stage.open()
        let long = String(repeating: "x", count: 20_000)
        for number in 0..<30 {
            stage.say(
                .answer(.init(ref: ref("a\(number)"), interview: opened.interview, question: 0, text: long)))
        }
        for _ in 0..<30 { try stage.commit() }
        stage.handle(.connected(bob))
        _ = stage.heard(bob)
        var seq = 0
        var attempts: [Int] = []
        var pages = 0
        while pages < 100 {
            stage.say(
                .resume(
                    .init(
                        ref: ref("r\(pages)"), interview: opened.interview, token: opened.token ?? "",
                        seq: seq)), on: bob)
            guard let page = stage.heard(bob).compactMap(\.resumed).first else { break }
            pages += 1
            attempts += page.missed.compactMap(\.answered?.attempt)
            seq = page.missed.compactMap(\.answered?.seq).last ?? seq
            if !page.more { break }
        }
        #expect(attempts == Array(1...30))
        #expect(pages > 2 && pages < 20)
    }
}
