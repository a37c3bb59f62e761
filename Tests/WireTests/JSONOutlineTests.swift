import FoundationEssentials
import Interviews
import Testing

@testable import Wire

struct JSONOutlineTests {
    /// What the decoder alone would take, or work on for long.
    @Test(arguments: [
        #"{"type":"progress","type":"forget","ref":"a"}"#,
        #"{"type":"progress","ref":"a","ref":"b"}"#,
        #"{"type":"progress","ref":"a","re\u0066":"b"}"#,
        #"{"type":"open","ref":"a","topics":[],"pace":"instant","weights":{"nets":1,"nets":2}}"#,
        "\u{feff}" + #"{"type":"progress","ref":"a"}"#,
        utf16(#"{"type":"progress","ref":"a"}"#, highFirst: true),
        utf16(#"{"type":"progress","ref":"a"}"#, highFirst: false),
        utf16(#" {"type":"progress","ref":"a"}"#, highFirst: false),
        #"{"type":"progress","ref":"a","x":"#
            + String(repeating: "[", count: 16) + String(repeating: "]", count: 16) + "}",
        #"{"type":"progress","ref":"a","x":["#
            + Array(repeating: "0", count: 5000).joined(separator: ",") + "]}",
    ])
    func whatADecoderWouldReadInItsOwnWayIsMalformed(text: String) {
        #expect(throws: UnreadableMessage(code: .malformed)) { try ClientMessage(text: text) }
    }

    @Test(arguments: [
        #"{"type":"progress","ref":"a"}"#,
        " \n\t" + #"{ "type" : "progress" , "ref" : "a" }"# + "\r\n",
        #"{"type":"progress","ref":"a","x":{"ref":"b","type":["type","type",{"ref":1}]}}"#,
        #"{"type":"progress","ref":"a","x\"":1,"x":2,"x\\":3,"y":"\\\"{[,"}"#,
        #"{"type":"progress","ref":"a","x":"#
            + String(repeating: "[", count: 15) + String(repeating: "]", count: 15) + "}",
    ])
    func everythingElseIsLeftToTheDecoder(text: String) throws {
        #expect(try ClientMessage(text: text) == .progress(.init(ref: .init("a")!)))
    }

    @Test(arguments: [
        "", " ", "{", "}", "{}}", #"{""#, #"{"\"#, #"{"a\"}"#, #"{"\x":1}"#, "{,", ",", "[{}]",
        "{\"a\u{1}\":1", #"{"a":1"#,
    ])
    func whatIsNoJSONEndsWithoutHarm(text: String) {
        #expect(throws: UnreadableMessage.self) { try ClientMessage(text: text) }
    }

    @Test func aMillionBytesOfNamesAreLookedOverInNoTime() {
        let names = (0..<100_000).map { "\"\($0)\":0" }.joined(separator: ",")
        let took = ContinuousClock().measure { #expect(!JSONOutline.isSound("{\(names)}")) }
        #expect(took < .seconds(1))
    }
}

/// ASCII text in UTF-16, as the text of a frame: each second character a zero.
private func utf16(_ text: String, highFirst: Bool) -> String {
    text.map { highFirst ? "\0\($0)" : "\($0)\0" }.joined()
}
