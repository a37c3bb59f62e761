import Foundation
import Testing

@testable import JSONReading

/// Foundation's decoder is what it is held against.
struct JSONTextDecoderTests {
    private struct Everything: Codable, Equatable {
        enum Colour: String, Codable { case red, green }
        struct Inner: Codable, Equatable {
            var ranges: [Range]?
            var names: [String: Int]
        }
        struct Range: Codable, Equatable {
            var from: Int
            var to: UInt8
        }

        var text: String
        var count: Int
        var share: Double
        var isSo: Bool
        var colour: Colour
        var optional: String?
        var inner: Inner
        var table: [[Int64]]
        var empty: [String]
    }

    private static let everything = #"""
         {"text":"a\"b\\\/\b\f\n\r\t\u00e4\ud83d\ude00 漢", "count" : -12,"share":1.5e-3,"isSo":true,"colour":"green",
         "unknown":{"text":[1,{"count":2}]},"optional":null, "inner":{"ranges":[{"from":0,"to":255},{"to":1,"from":9}],
         "names":{"\u0061b":1,"":2}},"table":[[],[1,2],[9223372036854775807,-9223372036854775808]],"empty":[ ]}
        """#

    @Test func everyShapeIsReadAsByFoundation() throws {
        let own = try JSONTextDecoder.decode(Everything.self, from: Self.everything)
        #expect(own == (try JSONDecoder().decode(Everything.self, from: Data(Self.everything.utf8))))
        #expect(own.text == "a\"b\\/\u{8}\u{c}\n\r\tä😀 漢")
        #expect(own.inner.names == ["ab": 1, "": 2])
        #expect(own.table[2] == [.max, .min])
    }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("12.0", 12), ("1e3", 1000), ("9223372036854775807", Int.max),
    ])
    func wholeNumbersAreReadHoweverTheyAreWritten(_ text: String, _ number: Int) throws {
        #expect(try JSONTextDecoder.decode([Int].self, from: "[\(text)]") == [number])
        #expect(try JSONDecoder().decode([Int].self, from: Data("[\(text)]".utf8)) == [number])
    }

    @Test(arguments: [
        "", " ", "[", "]", "[1", "[1,]", "[,1]", "[1 2]", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}",
        "{1:1}",
        "[01]", "[-]", "[1.]", "[.5]", "[1e]", "[+1]", "[0x1]", "[NaN]", "[nul]", "[truE]", "[1]1", "[\"a]",
        #"["\ud83d"]"#, #"["\ude00x"]"#, #"["\ud83d\u0041"]"#, "[\"\\x\"]", "[\"\\u12\"]", "[\"\\u12g4\"]",
        "[\"\n\"]", "[\"\\\"]", "\u{feff}[1]",
    ])
    func whatIsNotJSONIsRefused(_ text: String) {
        #expect(throws: DecodingError.self) { try JSONTextDecoder.decode(Anything.self, from: text) }
    }

    @Test(arguments: [
        "[1.5]", "[9223372036854775808]", "[-9223372036854775809]", "[\"1\"]", "[null]", "[true]", "[[]]",
        "{}", "1",
    ])
    func whatIsNoWholeNumberIsRefused(_ text: String) {
        #expect(throws: DecodingError.self) { try JSONTextDecoder.decode([Int].self, from: text) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Int].self, from: Data(text.utf8)) }
    }

    @Test(arguments: ["[256]", "[-1]", "[1e9]"])
    func aNumberThatDoesNotFitIsRefused(_ text: String) {
        #expect(throws: DecodingError.self) { try JSONTextDecoder.decode([UInt8].self, from: text) }
    }

    @Test func aMissingMemberIsRefusedAndAnOptionalOneIsNot() throws {
        #expect(throws: DecodingError.self) {
            try JSONTextDecoder.decode(Everything.Range.self, from: #"{"from":1}"#)
        }
        #expect(try JSONTextDecoder.decode(Everything.Inner.self, from: #"{"names":{}}"#).ranges == nil)
    }

    /// A log that somebody has spoilt does not end the process.
    @Test func nestingHasAnEnd() {
        for depth in [513, 5000, 200_000] {
            let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            #expect(throws: DecodingError.self) { try JSONTextDecoder.decode(Anything.self, from: text) }
        }
    }

    @Test func anyValueIsReadAsByFoundation() throws {
        var random = Chance(state: 7)
        for _ in 0..<2000 {
            let text = random.value(deep: 4)
            let own = try JSONTextDecoder.decode(Anything.self, from: text)
            #expect(own == (try JSONDecoder().decode(Anything.self, from: Data(text.utf8))), "\(text)")
        }
    }

    /// Half of a text, or one with another sign in it, is refused or read as Foundation reads it.
    @Test func aSpoiltTextIsReadAsByFoundationOrRefused() {
        var random = Chance(state: 8)
        var read = 0
        for _ in 0..<2000 {
            var bytes = Array(random.value(deep: 3).utf8)
            bytes[random.below(bytes.count)] = Array(#"[]{}",:\0-e."#.utf8)[random.below(12)]
            let text = String(
                decoding: bytes.prefix(random.below(4) == 0 ? random.below(bytes.count) : .max), as: UTF8.self
            )
            guard let own = try? JSONTextDecoder.decode(Anything.self, from: text) else { continue }
            #expect(own == (try? JSONDecoder().decode(Anything.self, from: Data(text.utf8))), "\(text)")
            read += 1
        }
        #expect(read > 200, "the others were refused")
    }
}

private enum Anything: Decodable, Equatable {
    case null, flag(Bool), whole(Int), number(Double), text(String), list([Anything]), object(
        [String: Anything])

    init(from decoder: any Decoder) throws {
        if let object = try? [String: Anything](from: decoder) {
            self = .object(object)
        } else if let list = try? [Anything](from: decoder) {
            self = .list(list)
        } else {
            let single = try decoder.singleValueContainer()
            if single.decodeNil() {
                self = .null
            } else if let flag = try? single.decode(Bool.self) {
                self = .flag(flag)
            } else if let whole = try? single.decode(Int.self) {
                self = .whole(whole)
            } else if let number = try? single.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try single.decode(String.self))
            }
        }
    }
}

/// The same texts in every run. (SplitMix64)
private struct Chance {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(limit, 1)))
    }

    mutating func value(deep: Int) -> String {
        switch below(deep > 0 ? 8 : 6) {
        case 0: return ["null", "true", "false"][below(3)]
        case 1, 2: return "\(below(2) == 0 ? "-" : "")\(below(1_000_000))"
        case 3: return "\(below(100)).\(below(1000))\(["", "e2", "E-3", "e+1"][below(4)])"
        case 4, 5: return text()
        case 6: return "[" + (0..<below(4)).map { _ in value(deep: deep - 1) }.joined(separator: " ,") + "]"
        default:
            return "{"
                + (0..<below(4)).map { "\"k\($0)\(below(9))\":\(value(deep: deep - 1))" }.joined(
                    separator: ",\n")
                + "}"
        }
    }

    private mutating func text() -> String {
        let pieces = [
            "a", "ä", "漢", "😀", #"\n"#, #"\""#, #"\\"#, #"\u00fc"#, #"\ud83d\ude00"#, "/", " ", "word",
        ]
        return "\"" + (0..<below(6)).map { _ in pieces[below(pieces.count)] }.joined() + "\""
    }
}
