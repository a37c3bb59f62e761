import FoundationEssentials
import Testing

@testable import JSONWriting

struct JSONTextTests {
    private struct Parts: Hashable, Codable {
        enum Kind: Hashable, Codable {
            case plain
            case named(first: Int, last: String)
            case unnamed(Double)
        }

        struct Nothing: Hashable, Codable {}

        var text = ""
        var whole = 0
        var wide = UInt64.max
        var narrow = Int8.min
        var number = 0.0
        var small: Float = 0.25
        var flag = false
        var absent: Int?
        var present: Bool? = true
        var list: [String?] = []
        var table: [[Int]] = []
        var kinds: [Kind] = []
        var named: [String: Nothing] = [:]
        var nothing = Nothing()
    }

    @Test func partsStandInTheOrderOfTheirDeclaration() throws {
        let parts = Parts(
            text: "a", whole: -1, number: 0.1 + 0.2, list: ["x", nil], table: [[], [1, 2]],
            kinds: [.plain, .named(first: 1, last: "z"), .unnamed(2)], named: ["k": Parts.Nothing()])
        #expect(
            try JSONText.of(parts) == """
                {"text":"a","whole":-1,"wide":18446744073709551615,"narrow":-128,"number":0.30000000000000004,\
                "small":0.25,"flag":false,"present":true,"list":["x",null],"table":[[],[1,2]],\
                "kinds":[{"plain":{}},{"named":{"first":1,"last":"z"}},{"unnamed":{"_0":2.0}}],\
                "named":{"k":{}},"nothing":{}}
                """)
        #expect(try decoded(Parts.self, from: JSONText.of(parts)) == parts)
        #expect(try decoded(Parts.self, from: JSONText.of(Parts())) == Parts())
    }

    @Test(arguments: [
        ("\"\\/", #""\"\\/""#), ("\n\t\r", #""\n\u0009\u000d""#),
        ("\u{0}\u{1f}\u{7f}", "\"\\u0000\\u001f\u{7f}\""),
        ("é 🇨🇭 שלום \u{2028}", "\"é 🇨🇭 שלום \u{2028}\""), ("", #""""#),
    ])
    func textIsEscapedWhereItMustBe(text: String, json: String) throws {
        #expect(try JSONText.of(text) == json)
        #expect(try decoded(String.self, from: json) == text)
    }

    @Test(arguments: [0.0, -0.0, 1, 1.5, 1e300, .leastNonzeroMagnitude, 1e16, 0.1, -123_456_789.125])
    func numbersComeBackAsTheyWere(number: Double) throws {
        #expect(try decoded([Double].self, from: JSONText.of([number])) == [number])
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan])
    func whatIsNoNumberIsRefused(number: Double) {
        #expect(throws: JSONText.Unsayable.self) { try JSONText.of([number]) }
    }

    private func decoded<Value: Decodable>(_ type: Value.Type, from json: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(json.utf8))
    }
}
