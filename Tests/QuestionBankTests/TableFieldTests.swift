import Marking
import Testing

@testable import QuestionBank

struct TableFieldTests {
    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"it\"", "\"say \"\"it\"\"\""),
        ("two\nlines", "\"two\nlines\""),
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"),
        ("- one\n- two", "\"'- one\n- two\""), ("\t", "'\t"), ("\r", "\"'\r\""),
        ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
        ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""), (" =1", "' =1"), ("＝1", "'＝1"),
        ("\u{200B}=1", "'\u{200B}=1"),
        ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""), ("a-b", "a-b"),
        ("", ""),
        ("Ünïcödé, Привет", "\"Ünïcödé, Привет\""),
    ])
    func aFieldIsTextToASpreadsheet(text: String, field: String) {
        #expect(TableField.written(text) == field)
        // Read back, without the quotation marks, it is the text again.
        let inside = String(field.dropFirst().dropLast()).replacing("\"\"", with: "\"")
        let plain = field.hasPrefix("\"") ? inside : field
        #expect(TableField.read(plain) == text)
    }

    /// An apostrophe that somebody wrote stays.
    @Test(arguments: ["'tis", "'", "'quoted' words"])
    func anApostropheIsKept(text: String) {
        #expect(TableField.read(text) == text)
    }

    @Test func aBankAsATableHasNoFormula() throws {
        let text = "- one\n- two"
        let bank = Bank(
            topics: [Topic(id: "t", title: "=1")],
            questions: [
                Question(
                    id: "+q", topic: "t", prompt: "@SUM(1)", tags: ["\t=1"],
                    keyPoints: [KeyPoint(id: "p", head: "-cmd")], modelAnswer: text,
                    source: SourceLocation(file: "f", line: 1))
            ], glossary: [], hash: "f00d")
        let row = try #require(BankCSV.write(bank).split(separator: "\n", maxSplits: 1).last)
        #expect(row.hasPrefix("'+q,'=1,'@SUM(1),\"'- one\n- two\",'-cmd,,'\t=1"))
    }
}
