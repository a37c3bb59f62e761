import JSONReading
import JSONWriting
import Testing

@testable import Wire

struct AnsweredTextTests {
    private static let mark = #"""
        {"coverage":0.6667,"remarks":["unsure","echo"],"matcher":"12","points":[{"id":"a","head":"Say \"it\"",\#
        "gist":"tab\u0009, line\n, back\\slash, \u0001","weight":1.5,"required":true,"misconception":false,\#
        "verdict":"hit","strength":1.0,"evidence":[{"start":0,"end":4,"rule":"said"},\#
        {"start":9,"end":12,"rule":"ünlike 😀"}],"ruled":2,"group":0},{"id":"b","head":"","gist":"","weight":1.0,\#
        "required":false,"misconception":true,"verdict":"avoided","strength":0.0,"evidence":[]}],\#
        "tally":{"found":1,"inPart":0,"needed":2,"groups":[{"needed":1,"said":1},{"needed":1,"said":0}]}}
        """#

    /// Written without the encoder it must be what the encoder writes, in the same order.
    @Test(arguments: [
        #""text":"x""#, #""text":"x","late":true,"by":"c1","before":7,"lane":"own""#,
        #""text":"a \"b\" 😀","mark":"# + mark, #""text":"x","mark":"# + mark + #","late":true,"by":"c1""#,
        #""text":"x","probe":{"point":"a","start":1},"by":"c1""#,
        #""text":"x","clock":{"remaining":12,"running":true,"per":"question"},"lane":"own""#,
    ])
    func anAnswerIsWrittenAsEveryMessage(end: String) throws {
        for ref in ["", #""ref":"r1","#] {
            let text =
                #"{"type":"answered","# + ref
                + #""interview":"0123456789abcdef","seq":3,"at":"2026-01-01T00:00:00.000Z","question":0,"attempt":1,"#
                + end + "}"
            let message = try JSONTextDecoder.decode(StampedMessage.self, from: text)
            #expect(message.text == text)
            #expect(try JSONText.of(message) == text)
        }
    }
}
